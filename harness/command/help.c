/*
 * help.c - what `aiospec help` and --help print.
 */
#include "commands.h"

#include <stdio.h>
#include <string.h>

#define STATUSES \
    "\nExit status\n" \
    "  0  everything as expected\n" \
    "  1  a scenario failed, or a line of the deviations file is no longer so\n" \
    "  2  the command line was not understood, or a file of the suite is broken\n" \
    "  3  the target could not be run\n" \
    "  4  fewer scenarios were graded than --floor asks for\n" \
    "  128+N  ended by signal N; what was graded is in the results\n"

static const char overview[] =
    "aiospec - the executable specification of the asyncio event loop\n"
    "\n"
    "  aiospec run TARGET [PATTERN...]   grade a loop against what CPython recorded\n"
    "  aiospec list [PATTERN...]         the scenarios\n"
    "  aiospec show PATTERN...           a scenario: its program, clauses and golden traces\n"
    "  aiospec clauses [PATTERN...]      the clauses of the specification\n"
    "  aiospec explain CLAUSE...         a clause: what it means, who shows it, where it is obeyed\n"
    "  aiospec check-protocol COMMAND    does a driver speak the pipe protocol?\n"
    "  aiospec doctor [TARGET...]        what a run would find here, and what it would skip\n"
    "  aiospec report FILE --format F    the results of a run as TAP, JUnit, Markdown, JSON or HTML\n"
    "  aiospec compare OLD NEW           what changed from one run's results to another's\n"
    "  aiospec merge FILE... -o OUT      the results of all shards of a run, as one\n"
    "  aiospec fingerprint TARGET...     what a loop does where the manual leaves it open\n"
    "  aiospec help [COMMAND]            this, or all there is to say about a command\n"
    "  aiospec --version\n"
    "\n"
    "  aiospec run python                          this machine's asyncio\n"
    "  aiospec run python:uvloop:new_event_loop    another loop\n"
    "  aiospec run reference 'READY/*'             a part of the suite, on the reference loop\n";

static const char run_help[] =
    "aiospec run TARGET [PATTERN...] - grade a loop against what CPython recorded\n"
    "\n"
    "TARGET\n"
    "  reference               the reference loop, in C\n"
    "  lib:FILE                a loop in C: a shared object that exports rl_adapter_ops\n"
    "                          (harness/adapters/template.c is one)\n"
    "  pipe:COMMAND            a loop in any language: a command that speaks the protocol of\n"
    "                          spec/pipe-protocol.md; in real time\n"
    "  python                  asyncio of an interpreter\n"
    "  python:MODULE:FACTORY   another loop for Python; FACTORY is called to make a loop, and\n"
    "                          may be an expression in MODULE's names: 'loops:Loop(fast=True)'\n"
    "\n"
    "PATTERN (none: everything)\n"
    "  READY/fifo, 'READY/*', READY   scenarios by id, by glob, by area\n"
    "  READY-4                        those that show a clause\n"
    "  conformance/READY/fifo.py      the scenario in a file\n"
    "\n"
    "Options\n"
    "  --python PATH      the interpreter (default: $AIOSPEC_PYTHON, else python3)\n"
    "  --level LEVEL      documented, defacto, detail or undefined: play scenarios of that level\n"
    "                     and stronger ones.  Without it all are played, and those weaker than\n"
    "                     defacto are reported and never fail; undefined ones never fail at all\n"
    "  --semantics VER    the CPython version that a C target is graded as (default: the newest\n"
    "                     recorded); a Python target is graded by its interpreter's version\n"
    "  --jobs N           scenarios played at once (default: one for each CPU)\n"
    "  --limit SECONDS    real time that a scenario may take (default 10)\n"
    "  --realtime         without the virtual clock; then order is compared and times are not\n"
    "  --floor N          fail unless at least N scenarios were graded (default 1)\n"
    "  --suite DIR        scenarios of another folder (default: conformance/)\n"
    "  --deviations FILE  what this target may fail, see below\n"
    "  --write-deviations make that file say what fails now: lines that still hold stay, new ones\n"
    "                     ask for a reason, others go; the failures of this run are none then\n"
    "  --results FILE     write NDJSON: a header, one object a scenario, a footer with counts\n"
    "  --shard I/N        play the I-th of N parts, chosen by the ids alone; `aiospec merge` joins\n"
    "                     their results.  Without it, Bazel's TEST_TOTAL_SHARDS, TEST_SHARD_INDEX\n"
    "                     and TEST_SHARD_STATUS_FILE are obeyed\n"
    "  --report F:FILE    at the end write a report too, F as in `aiospec help report`; may be given\n"
    "                     several times\n"
    "  --summary          do not print the failures in full\n"
    "  --quiet            print only the last line\n"
    "  --verbose          print every verdict, and what failing scenarios wrote\n"
    "  --no-color         also: NO_COLOR in the environment, or output that is no terminal\n"
    "  --help\n"
    "\n"
    "Verdicts\n"
    "  PASS         as CPython\n"
    "  FAIL         a line of the trace differs, or an exception ended the program\n"
    "  SPIN         polled again and again with nothing to do\n"
    "  DEADLOCK     waited for ever, with nothing that could wake it\n"
    "  HANG         still running at the limit\n"
    "  CRASH        its process died, or wrote more than a megabyte\n"
    "  PROTOCOL     its driver broke the pipe protocol\n"
    "  LEAK         as CPython, but it left something behind\n"
    "  REFUSED      used a call whose time the virtual clock cannot move\n"
    "  DIFFERS      not as CPython, where a loop may differ (see --level): no failure\n"
    "  XFAIL        fails as the deviations file records: expected\n"
    "  XPASS        passes, and the deviations file records a failure: a failure\n"
    "  UNSUPPORTED  the target declares that it lacks an operation: skipped\n"
    "  SKIP         needs a newer version, or no golden trace fits: skipped\n"
    "\n"
    "Deviations: one line each, the first that names a scenario counts; `#` starts a comment\n"
    "  PATTERN  KIND  # REASON; LINK; until 2027-01-31\n"
    "  KIND is the verdict recorded, FAIL, DEADLOCK, ...; FAIL:1a2b3c4d asks for that very trace\n"
    "  too.  SKIP is for what must not be played because it would take the machine down.  Link and\n"
    "  date may be left out.  What passes, fails otherwise or matches nothing, a reason that is\n"
    "  missing or begins with TODO, and a date that has passed fail the run.  Lines about what\n"
    "  this run was not asked for, or what is too weak to fail in it, are left alone.\n"
    "\n"
    "The last line on standard output is `N passed, N failed`, with `, N expected` and `, N skipped`\n"
    "where any were.\n"
    STATUSES;

static const char list_help[] =
    "aiospec list [PATTERN...] - the scenarios: id, level, first clause, what it is for\n"
    "\n"
    "Options\n"
    "  --json        an array of objects, with all clauses and versions\n"
    "  --suite DIR   scenarios of another folder (default: conformance/)\n"
    "  --help\n"
    "\n"
    "PATTERN: see `aiospec help run`.\n"
    STATUSES;

static const char show_help[] =
    "aiospec show PATTERN... - scenarios: program, clauses, golden traces and who recorded them\n"
    "\n"
    "Options\n"
    "  --suite DIR   scenarios of another folder (default: conformance/)\n"
    "  --help\n"
    "\n"
    "PATTERN: see `aiospec help run`.\n"
    STATUSES;

#define CLAUSE_PATTERNS \
    "CLAUSE or PATTERN: an id (TIMER-6), an area (TIMER), a glob on ids ('T*-1').\n"

static const char clauses_help[] =
    "aiospec clauses [PATTERN...] - the clauses: id, level, number of scenarios, sentence\n"
    "\n"
    "Options\n"
    "  --json        an array of objects with all fields; spec/formats.md describes them\n"
    "  --suite DIR   scenarios of another folder (default: conformance/)\n"
    "  --help\n"
    "\n" CLAUSE_PATTERNS STATUSES;

static const char explain_help[] =
    "aiospec explain CLAUSE... - all there is about a clause\n"
    "\n"
    "Its sentence, intent and example; what to look at where it fails; where CPython and the\n"
    "reference obey it; its scenarios, who recorded them, and what differs by version.\n"
    "\n"
    "Options\n"
    "  --suite DIR   scenarios of another folder (default: conformance/)\n"
    "  --help\n"
    "\n" CLAUSE_PATTERNS STATUSES;

static const char check_protocol_help[] =
    "aiospec check-protocol COMMAND - does a driver speak the pipe protocol?\n"
    "\n"
    "Starts COMMAND with sh and tries every message of spec/pipe-protocol.md once.  It tells\n"
    "whether aiospec and the driver can talk, and nothing of what the loop should do.\n"
    "\n"
    "Options\n"
    "  --help\n"
    "\n"
    "Exit status\n"
    "  0  it does\n"
    "  1  a step failed; the rest was not tried\n"
    "  2  the command line was not understood\n"
    "  3  COMMAND cannot be started\n";

static const char doctor_help[] =
    "aiospec doctor [TARGET...] - what a run would find here\n"
    "\n"
    "Starts each target (default: reference and python) and says which interpreter and loop it\n"
    "found, which clock a run would use, which recorded builds grade it, and what would be\n"
    "skipped and why.\n"
    "\n"
    "Options\n"
    "  --python PATH   the interpreter (default: $AIOSPEC_PYTHON, else python3)\n"
    "  --suite DIR     scenarios of another folder (default: conformance/)\n"
    "  --help\n"
    STATUSES;

static const char fingerprint_help[] =
    "aiospec fingerprint TARGET... - what a loop does where the manual leaves it open\n"
    "\n"
    "Plays the scenarios that conformance/fingerprint.txt lists and prints a card: for each trait\n"
    "what the target did and, where that differs, what CPython did.  No trait is a failure.\n"
    "spec/fingerprint.md says what each trait is.  Several targets are compared trait by trait.\n"
    "\n"
    "TARGET\n"
    "  reference, lib:FILE, python, python:MODULE:FACTORY   as in `aiospec help run`\n"
    "  FILE.json   the cards in a file, as --json prints them\n"
    "\n"
    "Options\n"
    "  --json             the cards as one JSON object; spec/formats.md describes it\n"
    "  --python PATH      the interpreter of Python targets (default: $AIOSPEC_PYTHON, else python3)\n"
    "  --semantics VER    the CPython version that C targets are put beside (default: the newest\n"
    "                     recorded); a Python target is put beside its interpreter's version\n"
    "  --jobs N           scenarios played at once (default: one for each CPU)\n"
    "  --limit SECONDS    real time that a scenario may take (default 10)\n"
    "  --suite DIR        scenarios of another folder, with its fingerprint.txt\n"
    "  --help\n"
    "\n"
    "On a card\n"
    "  same               as CPython\n"
    "  differs            not as CPython, whose value is in the line below\n"
    "  seen               nothing to compare it with\n"
    "  unsupported, skip, crash, ...   not played, or not to its end, and why; the words are the\n"
    "                     verdicts of `aiospec help run`\n"
    "The cards of several targets show a value once where all agree, and one for each where not.\n"
    "\nExit status\n"
    "  0  the cards were made, whatever is on them\n"
    "  2  the command line was not understood, or a file is broken\n"
    "  3  a target could not be played\n"
    "  128+N  ended by signal N\n";

static const char report_help[] =
    "aiospec report FILE --format FORMAT - the results of a run in another form\n"
    "\n"
    "FILE is what `aiospec run --results FILE` or `aiospec merge` wrote.  Nothing else is read.\n"
    "\n"
    "FORMAT\n"
    "  tap        TAP 14: a test point for each scenario, details as YAML\n"
    "  tap13      the same for readers that refuse that version, such as older `prove`\n"
    "  junit      JUnit XML: a suite for each area, a case for each scenario\n"
    "  markdown   the summary of a CI job: counts, failures, their traces\n"
    "  json       one object: run, counts, faults, scenarios; spec/formats.md describes it\n"
    "  html       one page that needs no other file\n"
    "\n"
    "What the deviations file expects, and what is open, is no failure in any of them: a TODO test in\n"
    "TAP, skipped in JUnit.  What fails the run and is no scenario (a line of the deviations file, a\n"
    "run that was cut short, the floor) is a test of its own, so no report of a bad run is all good.\n"
    "\n"
    "Options\n"
    "  --format FORMAT     required\n"
    "  -o, --output FILE   write there (default: standard output)\n"
    "  --help\n"
    "\nExit status\n"
    "  0  the report was made, whatever is in it\n"
    "  2  the command line was not understood, FILE holds no results, or nothing could be written\n";

static const char compare_help[] =
    "aiospec compare OLD NEW - what changed from one run's results to another's\n"
    "\n"
    "For an upgrade without a list of what may fail: OLD and NEW are what `aiospec run --results`\n"
    "wrote, and what either run expected does not count.\n"
    "\n"
    "  regressed   passed, and fails now                                            status 1\n"
    "  lost        graded in OLD, whatever its verdict, and skipped or absent now   status 1\n"
    "  fixed       did not pass, and passes now\n"
    "  changed     another verdict or another trace, and neither of these\n"
    "  new         not graded in OLD; those that do not pass are listed\n"
    "\n"
    "Options\n"
    "  --floor N   fail unless at least N scenarios were graded in both (default 1)\n"
    "  --quiet     print only the last line, the counts\n"
    "  --help\n"
    "\nExit status\n"
    "  0  nothing regressed and nothing was lost\n"
    "  1  something did, or was\n"
    "  2  the command line was not understood, or a file holds no results\n"
    "  4  fewer scenarios were graded in both than --floor asks for\n";

static const char merge_help[] =
    "aiospec merge FILE... -o OUT - the results of all shards of a run, as one\n"
    "\n"
    "Each FILE is what one `aiospec run --shard I/N --results FILE` wrote.  Refused are a shard that\n"
    "is missing, there twice or cut short, and files of different targets, suites or choices of\n"
    "scenarios.  OUT is as one run would have written it, its scenarios by id.\n"
    "\n"
    "Options\n"
    "  -o, --output OUT   required\n"
    "  --floor N          fail unless at least N scenarios were graded in all (default 1)\n"
    "  --help\n"
    "\nExit status\n"
    "  0, 1, 4  as the whole run would have ended; OUT was written\n"
    "  2        the files were refused and OUT is as it was; or a file of the suite was broken\n";

int command_help(const char *command)
{
    static const struct {
        const char *command;
        const char *help;
    } helps[] = {{"run", run_help}, {"list", list_help}, {"show", show_help},
                 {"clauses", clauses_help}, {"explain", explain_help}, {"doctor", doctor_help},
                 {"fingerprint", fingerprint_help}, {"check-protocol", check_protocol_help},
                 {"report", report_help}, {"compare", compare_help},
                 {"merge", merge_help}};
    if (command == NULL) {
        fputs(overview, stdout);
        return EXIT_EXPECTED;
    }
    for (size_t i = 0; i < sizeof helps / sizeof *helps; i++) {
        if (strcmp(command, helps[i].command) == 0) {
            fputs(helps[i].help, stdout);
            return EXIT_EXPECTED;
        }
    }
    fprintf(stderr, "aiospec: there is no command '%s'; see `aiospec help`\n", command);
    return EXIT_USAGE;
}
