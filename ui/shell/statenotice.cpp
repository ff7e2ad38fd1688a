// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statenotice.h"

#include <QCoreApplication>

namespace salesbench {

namespace {

using Connection = WorkspaceStatus::Connection;
using Tone = NoticeBar::Tone;

struct StateNoticeText {
    Q_DECLARE_TR_FUNCTIONS(StateNotice)
};

/// The problem's own sentence first: it knows the cause.
QString sentence(const WorkspaceStatus::Snapshot &now, const QString &rest)
{
    return now.problem ? now.problem->sentence + QLatin1Char(' ') + rest : rest;
}

} // namespace

StateNotice stateNotice(const WorkspaceStatus::Snapshot &now)
{
    const QString tryAgain = StateNoticeText::tr("Try again");
    // Whatever the server does: it is this computer that cannot go on.
    if (now.problem && now.problem->kind == Problem::Kind::Storage)
        return {Tone::Problem, now.problem->sentence, tryAgain};
    switch (now.connection) {
    case Connection::SignIn:
        return {Tone::Warning,
                sentence(now,
                         StateNoticeText::tr(
                             "Until you sign in again, nothing is sent or read; everything stays editable here.")),
                StateNoticeText::tr("Sign in")};
    case Connection::Unusable:
        return {Tone::Problem, sentence(now, StateNoticeText::tr("Nothing was sent or read.")), tryAgain};
    case Connection::Offline:
        if (now.lastSync.isValid())
            return {};
        return {
            Tone::Warning,
            sentence(now,
                     StateNoticeText::tr("Nothing was read from the server yet, so the lists may be empty.")),
            tryAgain};
    case Connection::Online:
        if (!now.problem || now.problem->kind == Problem::Kind::Cancelled)
            return {};
        return {Tone::Problem, now.problem->sentence, tryAgain};
    case Connection::Local:
    case Connection::Connecting:
        break;
    }
    return {};
}

} // namespace salesbench
