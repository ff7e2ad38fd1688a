// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/wrk.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;

namespace salesbench::bench {

namespace {

constexpr auto Report = R"lua(
done = function(summary, latency, requests)
  local errors = summary.errors
  print(string.format('{"requests":%d,"microseconds":%d,"p50":%d,"p99":%d,"failed":%d}', summary.requests,
    summary.duration, latency:percentile(50), latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
)lua";

constexpr auto PatchScript = R"lua(
wrk.headers["Content-Type"] = "application/merge-patch+json"
local etags, at, count = {}, 0, 0
request = function()
  at, count = at % 2000 + 1, count + 1
  local id = string.format("SL-%04d", at)
  wrk.headers["If-Match"] = etags[id]
  return wrk.format("PATCH", "/tmf-api/sales/v4/salesLead/" .. id, nil, '{"description":"Called ' .. count .. ' times"}')
end
response = function(status, headers, body)
  local id = string.match(body, '"/tmf%-api/sales/v4/salesLead/([^"]+)"')
  if id then etags[id] = headers["ETag"] end
end
)lua";

QJsonObject reportIn(const QByteArray &output)
{
    const QList<QByteArray> lines = output.split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith('{'))
            return QJsonDocument::fromJson(line).object();
    }
    return {};
}

} // namespace

QByteArray patchScript()
{
    return PatchScript;
}

bool hasWrk()
{
    return !QStandardPaths::findExecutable(u"wrk"_s).isEmpty();
}

WrkResult runWrk(const QString &origin, int connections, int seconds, const QByteArray &script)
{
    QTemporaryFile file;
    if (!file.open() || file.write(script + Report) < 0 || !file.flush())
        qFatal("No script for wrk can be written");
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(
        u"wrk"_s,
        {u"-t1"_s, u"-c%1"_s.arg(connections), u"-d%1"_s.arg(seconds), u"-s"_s, file.fileName(), origin});
    process.waitForFinished(-1);
    const QByteArray output = process.readAll();
    const QJsonObject report = reportIn(output);
    if (report.isEmpty())
        qFatal("wrk: %s", output.constData());
    const double taken = report["microseconds"_L1].toDouble() / 1e6;
    const qint64 requests = report["requests"_L1].toInteger();
    return {.requests = requests,
            .perSecond = static_cast<double>(requests) / taken,
            .p50 = report["p50"_L1].toDouble() / 1000,
            .p99 = report["p99"_L1].toDouble() / 1000,
            .failed = report["failed"_L1].toInteger()};
}

} // namespace salesbench::bench
