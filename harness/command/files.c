/*
 * files.c - see files.h.
 */
#include "files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "text.h"

char *files_read(const char *path, size_t limit, size_t *size)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return NULL;
    struct stat status;
    size_t expected = fstat(fd, &status) == 0 && status.st_size > 0 ? (size_t)status.st_size : 4096;
    if (limit == 0)
        limit = SIZE_MAX - 1;
    if (expected > limit)
        expected = limit;

    char *data = text_alloc(expected + 1);
    size_t length = 0;
    while (length < limit) {
        if (length == expected) {
            expected = expected * 2 > limit ? limit : expected * 2;
            data = text_grow(data, expected + 1, 1);
        }
        ssize_t got = read(fd, data + length, expected - length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            int error = errno;
            free(data);
            close(fd);
            errno = error;
            return NULL;
        }
        if (got == 0)
            break;
        length += (size_t)got;
    }
    close(fd);
    data[length] = '\0';
    if (size != NULL)
        *size = length;
    return data;
}

static bool write_whole(int fd, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t wrote = write(fd, bytes, length);
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote < 0)
            return false;
        bytes += wrote;
        length -= (size_t)wrote;
    }
    return true;
}

static bool write_in_place(const char *path, const char *bytes, size_t length)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    bool written = write_whole(fd, bytes, length);
    return close(fd) == 0 && written;
}

/* Write beside the file, then put it in its place. */
static bool write_beside(const char *path, mode_t mode, const char *bytes, size_t length)
{
    char *beside = text_format("%s.XXXXXX", path);
    int fd = mkostemp(beside, O_CLOEXEC);
    bool written = fd >= 0 && write_whole(fd, bytes, length) && fchmod(fd, mode) == 0 && fsync(fd) == 0;
    if (fd >= 0)
        written = close(fd) == 0 && written;
    written = written && rename(beside, path) == 0;
    int error = errno;
    if (fd >= 0 && !written)
        unlink(beside);
    free(beside);
    errno = error;
    return written;
}

bool files_replace(const char *path, const char *bytes, size_t length)
{
    struct stat old;
    mode_t mode = umask(0);
    umask(mode);
    mode = 0666 & ~mode;
    if (stat(path, &old) == 0) {
        if (!S_ISREG(old.st_mode))
            return write_in_place(path, bytes, length);
        mode = old.st_mode & 07777;
    }
    char *real = files_absolute(path); /* not the link to it */
    bool written = write_beside(real, mode, bytes, length);
    free(real);
    return written;
}

bool files_exists(const char *path)
{
    return access(path, F_OK) == 0;
}

bool files_make_folders(const char *path)
{
    char *folder = text_copy(path);
    bool made = true;
    for (char *slash = folder + 1; made; slash++) {
        if (*slash != '/' && *slash != '\0')
            continue;
        char kept = *slash;
        *slash = '\0';
        made = mkdir(folder, 0777) == 0 || errno == EEXIST;
        *slash = kept;
        if (kept == '\0')
            break;
    }
    int error = errno;
    free(folder);
    errno = error;
    return made;
}

static bool is_dots(const char *name)
{
    return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

void files_remove_tree(const char *path)
{
    struct stat status;
    if (lstat(path, &status) != 0)
        return;
    if (!S_ISDIR(status.st_mode)) {
        unlink(path);
        return;
    }
    DIR *folder = opendir(path);
    if (folder != NULL) {
        for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
            if (is_dots(entry->d_name))
                continue;
            char *inner = text_format("%s/%s", path, entry->d_name);
            files_remove_tree(inner);
            free(inner);
        }
        closedir(folder);
    }
    rmdir(path);
}

char *files_temporary_folder(void)
{
    /* Every scenario makes two files; in memory, a whole run takes a sixth less CPU time. */
    const char *bases[] = {getenv("TMPDIR"), "/dev/shm", "/tmp"};
    for (size_t i = 0; i < sizeof bases / sizeof *bases; i++) {
        if (bases[i] == NULL || *bases[i] != '/')
            continue;
        char *path = text_format("%s/aiospec-XXXXXX", bases[i]);
        if (mkdtemp(path) != NULL)
            return path;
        int error = errno;
        free(path);
        errno = error;
        if (i == 0) /* who names a place is told that it does not do */
            return NULL;
    }
    return NULL;
}

char *files_absolute(const char *path)
{
    char *resolved = realpath(path, NULL);
    return resolved != NULL ? resolved : text_copy(path);
}

static bool as_new_as(const struct stat *status, struct timespec than)
{
    /* Equal counts as newer: the kernel's file clock ticks in milliseconds, and an edit
     * within the same tick must not be missed. */
    return status->st_mtim.tv_sec > than.tv_sec ||
           (status->st_mtim.tv_sec == than.tv_sec && status->st_mtim.tv_nsec >= than.tv_nsec);
}

static bool has_suffix(const char *name, const char *const *suffixes)
{
    size_t length = strlen(name);
    for (; *suffixes != NULL; suffixes++) {
        size_t ending = strlen(*suffixes);
        if (length >= ending && strcmp(name + length - ending, *suffixes) == 0)
            return true;
    }
    return false;
}

bool files_tree_newer(const char *path, const char *const *suffixes, struct timespec than)
{
    struct stat status;
    if (stat(path, &status) != 0)
        return false;
    if (!S_ISDIR(status.st_mode))
        return has_suffix(path, suffixes) && as_new_as(&status, than);
    if (as_new_as(&status, than))
        return true;
    DIR *folder = opendir(path);
    bool newer = false;
    if (folder == NULL)
        return false;
    for (struct dirent *entry; !newer && (entry = readdir(folder)) != NULL;) {
        if (entry->d_name[0] == '.' || strcmp(entry->d_name, "__pycache__") == 0)
            continue;
        char *inner = text_format("%s/%s", path, entry->d_name);
        newer = files_tree_newer(inner, suffixes, than);
        free(inner);
    }
    closedir(folder);
    return newer;
}

char *files_find_program(const char *name)
{
    if (strchr(name, '/') != NULL)
        return access(name, X_OK) == 0 ? text_copy(name) : NULL;
    const char *path = getenv("PATH");
    if (path == NULL)
        path = "/usr/local/bin:/usr/bin:/bin";
    while (*path != '\0') {
        size_t length = strcspn(path, ":");
        char *candidate = length == 0 ? text_format("./%s", name)
                                      : text_format("%.*s/%s", (int)length, path, name);
        struct stat status;
        if (access(candidate, X_OK) == 0 && stat(candidate, &status) == 0 &&
            S_ISREG(status.st_mode))
            return candidate;
        free(candidate);
        path += length;
        path += *path == ':';
    }
    return NULL;
}
