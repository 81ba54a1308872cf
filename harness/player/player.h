/*
 * player.h - plays compiled scenarios on a C loop: `aiospec play`.
 */
#ifndef PLAYER_H
#define PLAYER_H

/*
 * play --target reference --fds N,M    speak the player protocol of spec/formats.md
 * play --target reference PROGRAM...   play programs in this process, one after the
 *                                      other, and write their traces to standard output
 *
 * argv[0] is "play".  Returns the exit status.
 */
int player_main(int argc, char **argv);

#endif
