// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/client/writebody.h"

#include <algorithm>

namespace salesbench {

WriteBody::WriteBody(QByteArray content, QObject *parent)
    : QIODevice(parent)
    , m_content(std::move(content))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 WriteBody::bytesAvailable() const
{
    return m_content.size() - m_read + QIODevice::bytesAvailable();
}

qint64 WriteBody::readData(char *data, qint64 maxSize)
{
    const qint64 left = m_content.size() - m_read;
    if (left == 0)
        return -1;
    const qint64 count = std::min(left, maxSize);
    std::copy_n(m_content.constData() + m_read, count, data);
    m_read += count;
    return count;
}

} // namespace salesbench
