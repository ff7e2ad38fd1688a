// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/server/resourcewriting.h"

#include <functional>

namespace salesbench {

/// Makes a POST that carries an Idempotency-Key happen once: the repeat gets the first answer. A key belongs
/// to one user and one path; bodies compare as JSON values.
class Idempotency {
public:
    Idempotency(const WriteContext &context, const HttpRequest &request, const QJsonObject &body);

    /// What @p act answers, or what it answered the first time. 422: the key came with another body before.
    ApiResult<HttpResponse> answer(Database &database,
                                   const std::function<ApiResult<HttpResponse>()> &act) const;

private:
    ApiResult<HttpResponse> actAndKeep(Database &database,
                                       const std::function<ApiResult<HttpResponse>()> &act) const;

    QString m_scope;
    QString m_key; ///< empty without the header
    QByteArray m_digest;
    QDateTime m_now;
};

} // namespace salesbench
