// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/workspacecontract.h"

#include "models/store/workspace.h"
#include "tests/support/fakeworkspace.h"

#include <QTemporaryDir>
#include <QTimeZone>

#include <atomic>

using namespace Qt::StringLiterals;

namespace salesbench::testing {

namespace {

class MemoryWorkspace final : public ContractWorkspace {
public:
    WorkspaceQueries &queries() override { return m_workspace.queries(); }
    WorkspaceEdits &edits() override { return m_workspace.edits(); }
    QString add(ResourceKind kind, const QJsonObject &document) override
    {
        return m_workspace.add(kind, document);
    }

private:
    FakeWorkspace m_workspace;
};

class StoredWorkspace final : public ContractWorkspace {
public:
    StoredWorkspace()
    {
        Workspace::Options options;
        options.surroundings = {[] {
                                    return QDateTime({2026, 10, 7}, {12, 0}, QTimeZone::utc());
                                },
                                [this] {
                                    return u"local-%1"_s.arg(++m_lastId);
                                }};
        options.author = u"Mara Lindqvist"_s;
        m_workspace = *Workspace::open(m_folder.path(), options);
    }
    WorkspaceQueries &queries() override { return m_workspace->queries(); }
    WorkspaceEdits &edits() override { return m_workspace->edits(); }
    QString add(ResourceKind kind, const QJsonObject &document) override
    {
        const QString id = document.value("id"_L1).toString();
        await(m_workspace->journal().takePage(kind, {{id, document, {}}}));
        return await(queries().record(kind, id))->localId;
    }

private:
    QTemporaryDir m_folder;
    std::atomic<int> m_lastId = 0;
    std::unique_ptr<Workspace> m_workspace;
};

} // namespace

std::unique_ptr<ContractWorkspace> makeMemoryWorkspace()
{
    return std::make_unique<MemoryWorkspace>();
}

std::unique_ptr<ContractWorkspace> makeStoredWorkspace()
{
    return std::make_unique<StoredWorkspace>();
}

} // namespace salesbench::testing
