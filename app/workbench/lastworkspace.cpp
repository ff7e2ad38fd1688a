// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/lastworkspace.h"

#include <QFileInfo>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

const QString Folder = u"last/folder"_s;
const QString Name = u"last/name"_s;
const QString Sync = u"last/sync"_s;
const QString Pending = u"last/pending"_s;

} // namespace

std::optional<LastWorkspace> lastWorkspace()
{
    const QSettings settings;
    const LastWorkspace last{.folder = settings.value(Folder).toString(),
                             .name = settings.value(Name).toString(),
                             .lastSync = settings.value(Sync).toDateTime(),
                             .pending = settings.value(Pending).toInt()};
    return !last.folder.isEmpty() && QFileInfo(last.folder).isDir() ? std::optional(last) : std::nullopt;
}

void keepLastWorkspace(const LastWorkspace &workspace)
{
    QSettings settings;
    settings.setValue(Folder, workspace.folder);
    settings.setValue(Name, workspace.name);
    settings.setValue(Sync, workspace.lastSync);
    settings.setValue(Pending, workspace.pending);
}

} // namespace salesbench
