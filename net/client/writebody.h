// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

namespace salesbench {

/// The body of a POST, PATCH or DELETE, readable once.
///
/// QNetworkAccessManager sends a write a second time by itself when the connection closes before the answer.
/// It cannot do so when the body is a sequential device that it was forbidden to buffer: it then ends in
/// ContentReSendError, with one copy sent.
class WriteBody : public QIODevice {
    Q_OBJECT

public:
    WriteBody(QByteArray content, QObject *parent);

    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override;
    bool seek(qint64) override { return false; }
    bool reset() override { return false; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_content;
    qint64 m_read = 0;
};

} // namespace salesbench
