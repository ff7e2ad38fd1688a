// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <mutex>

#include <sys/syscall.h>
#include <unistd.h>

// A test that no disk can be slow or broken for would show nothing. It puts a function in the place of the C
// library's, for the whole program that includes it.

namespace salesbench::testing {

struct FakeDisk {
    std::mutex mutex;
    std::function<int()> behaviour; ///< empty: as the disk is
};

inline FakeDisk &fakeDisk()
{
    static FakeDisk disk;
    return disk;
}

/// What the disk does from now on with what it is asked to keep: 0, or -1 and errno.
inline void setDisk(std::function<int()> behaviour)
{
    const std::lock_guard lock(fakeDisk().mutex);
    fakeDisk().behaviour = std::move(behaviour);
}

} // namespace salesbench::testing

extern "C" [[gnu::used]] inline int fdatasync(int file)
{
    std::function<int()> behaviour;
    {
        const std::lock_guard lock(salesbench::testing::fakeDisk().mutex);
        behaviour = salesbench::testing::fakeDisk().behaviour;
    }
    return behaviour ? behaviour() : static_cast<int>(::syscall(SYS_fdatasync, file));
}
