/*
 * target.h - the loop under test, and one process that plays scenarios on it.
 *
 * Each worker is a player process of its own, because the virtual clock's page is
 * found once, when a process starts: two workers below one player would share it.
 * The protocol is in spec/formats.md.
 */
#ifndef COMMAND_TARGET_H
#define COMMAND_TARGET_H

#include <jansson.h>
#include <stdbool.h>
#include <sys/types.h>

#include "../timewarp/page.h"
#include "project.h"
#include "text.h"

typedef struct target {
    const char *name; /* as the user wrote it; borrowed */
    char *played;     /* the same for `aiospec play`: a library by its absolute path */
    bool is_python;
    bool is_pipe; /* keeps a time of its own: no virtual clock */
    const char *loop; /* MODULE:FACTORY, "" for asyncio's own; part of `name` */
    char *python;     /* the interpreter, as given or from $AIOSPEC_PYTHON; "python3" */
    bool python_was_given;
} target;

/*
 * Understand TARGET.  `python`: what --python gave, or NULL.
 * returns  0, or an exit status (2: no such kind of target, 3: no such interpreter)
 *          with one line on standard error
 */
int target_parse(const char *name, const char *python, target *out);
void target_free(target *of);

typedef struct player {
    pid_t pid; /* leads a process group; 0: not started */
    int fd;    /* the protocol's socket */
    struct timewarp_page *page;
    char *page_path;
    char *log_path;       /* its standard error */
    text_buffer received; /* bytes after the last whole line */
} player;

/* Prepare the files of a player in `folder`; `number` tells players apart.  False and
 * errno where that fails. */
bool player_init(player *of, const char *folder, int number);
/* Start the process.  `timewarp`: the library to load, NULL for real time.  False and
 * errno where that fails. */
bool player_start(player *of, const target *on, const project *from, const char *timewarp);
/* Is the virtual clock at work in the process? */
bool player_is_virtual(const player *of);
/* Forget what the page says of the scenario before. */
void player_clear_page(player *of);
/* False where the player is gone. */
bool player_send(player *of, const json_t *message);
/* Read what is there.  False at its end. */
bool player_receive(player *of);
/* The next whole message, or NULL.  Caller decrefs.  *broken: a line was no JSON object. */
json_t *player_next(player *of, bool *broken);
/* Kill what a scenario started and left behind, even in a session of its own. */
void player_kill_orphans(const player *of);
/* End the process; it may be dead already.  Returns its wait status. */
int player_stop(player *of);
/* The last line it wrote to its standard error, "" for none.  Caller frees. */
char *player_last_words(const player *of);
void player_free(player *of);

#endif
