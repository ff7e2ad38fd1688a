// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryFile>

#include <cstdio>
#include <unistd.h>

namespace salesbench::testing {

/// Takes what is written to a standard stream until it is asked for it.
class Captured {
public:
    explicit Captured(std::FILE *stream = stderr)
        : m_stream(stream)
        , m_before(dup(fileno(stream)))
    {
        std::fflush(m_stream);
        if (m_file.open())
            dup2(m_file.handle(), fileno(m_stream));
    }
    ~Captured() { putBack(); }

    QString text()
    {
        putBack();
        m_file.seek(0);
        return QString::fromUtf8(m_file.readAll());
    }

private:
    Q_DISABLE_COPY_MOVE(Captured)

    void putBack()
    {
        if (m_before < 0)
            return;
        std::fflush(m_stream);
        dup2(m_before, fileno(m_stream));
        close(m_before);
        m_before = -1;
    }

    std::FILE *m_stream;
    int m_before;
    QTemporaryFile m_file;
};

} // namespace salesbench::testing
