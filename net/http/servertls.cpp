// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http/servertls.h"

#include <QCoreApplication>
#include <QFile>

namespace asio = boost::asio;
namespace salesbench {

namespace {

struct ServerTlsText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::ServerTls)
};

tl::unexpected<Problem> unusable(const QString &sentence, const QString &file,
                                 const boost::system::error_code &error)
{
    return badInput(sentence.arg(file), QString::fromStdString(error.message()));
}

} // namespace

Result<std::shared_ptr<asio::ssl::context>> serverTls(const QString &certificate, const QString &key)
{
    auto context = std::make_shared<asio::ssl::context>(asio::ssl::context::tls_server);
    SSL_CTX_set_min_proto_version(context->native_handle(), TLS1_2_VERSION);
    // A key with a pass phrase would ask for it at the terminal.
    context->set_password_callback(
        [](size_t, asio::ssl::context::password_purpose) { return std::string(); });
    boost::system::error_code error;
    context->use_certificate_chain_file(QFile::encodeName(certificate).toStdString(), error);
    if (error)
        return unusable(ServerTlsText::tr("The certificate %1 cannot be used."), certificate, error);
    context->use_private_key_file(QFile::encodeName(key).toStdString(), asio::ssl::context::pem, error);
    if (error)
        return unusable(ServerTlsText::tr("The key %1 cannot be used, or is not that of the certificate."),
                        key, error);
    return context;
}

} // namespace salesbench
