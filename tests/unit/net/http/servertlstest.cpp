// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http/servertls.h"
#include "tests/support/certificate.h"
#include "tests/support/testcase.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace salesbench;
using namespace salesbench::testing;

/// What a client's own policy would hide: today's OpenSSL refuses old versions on both sides by itself.
class ServerTlsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString file(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder.filePath(name));
        return file.open(QFile::WriteOnly) && file.write(content) == content.size() ? file.fileName()
                                                                                    : QString();
    }

private Q_SLOTS:
    void shouldSetTheOldestVersionItself()
    {
        const auto tls =
            serverTls(file(u"certificate.pem"_s, Certificate), file(u"key.pem"_s, CertificateKey));
        QVERIFY(tls);
        QCOMPARE(SSL_CTX_get_min_proto_version((*tls)->native_handle()), TLS1_2_VERSION);
        QCOMPARE(SSL_CTX_get_max_proto_version((*tls)->native_handle()), 0); // the newest there is
    }

    void shouldNameTheFileThatCannotBeUsed()
    {
        const QString certificate = file(u"certificate.pem"_s, Certificate);
        const QString rubbish = file(u"rubbish.pem"_s, "rubbish");
        QVERIFY(serverTls(rubbish, rubbish).error().sentence.contains(u"certificate "_s + rubbish));
        QVERIFY(serverTls(certificate, rubbish).error().sentence.contains(u"key "_s + rubbish));
    }
};

SALESBENCH_TEST(ServerTlsTest)
#include "servertlstest.moc"
