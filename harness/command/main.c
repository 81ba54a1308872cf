/*
 * main.c - the aiospec program.  All else is in functions that the tests can call.
 */
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "commands.h"

int main(int argc, char **argv)
{
    int status = command_main(argc, argv);
    /* What ended by a signal ends by it also for whoever waits for this process. */
    if (status > 128) {
        fflush(NULL);
        signal(status - 128, SIG_DFL);
        kill(getpid(), status - 128);
    }
    if (fflush(stdout) != 0 && status == EXIT_EXPECTED)
        return EXIT_USAGE;
    return status;
}
