// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>

#include <sys/mount.h>

namespace salesbench::testing {

/// A disk of one megabyte at a folder, where the system lets us have one (root alone may mount).
class SmallDisk {
public:
    explicit SmallDisk(const QString &folder)
        : m_folder(QFile::encodeName(folder))
    {
        m_isThere =
            QDir().mkpath(folder) && ::mount("none", m_folder.constData(), "tmpfs", 0, "size=1m") == 0;
    }
    ~SmallDisk()
    {
        if (m_isThere)
            ::umount(m_folder.constData());
    }
    bool isThere() const { return m_isThere; }
    void fill() const
    {
        QFile rest(QFile::decodeName(m_folder + "/rest"));
        const bool isOpen = rest.open(QFile::WriteOnly | QFile::Unbuffered);
        while (isOpen && rest.write(QByteArray(4096, 'x')) > 0) { }
    }

private:
    Q_DISABLE_COPY_MOVE(SmallDisk)
    QByteArray m_folder;
    bool m_isThere = false;
};

} // namespace salesbench::testing
