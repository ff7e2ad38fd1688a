// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/knownprofile.h"

#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct ProfileText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::KnownProfile)
};

QString standText(const KnownProfile &profile, const QDate &today)
{
    if (profile.isOpen)
        return ProfileText::tr("%1, open now.").arg(profile.user.name);
    if (profile.lastUsed.isValid())
        return ProfileText::tr("%1, used %2.").arg(profile.user.name, momentText(profile.lastUsed, today));
    return ProfileText::tr("%1.").arg(profile.user.name);
}

} // namespace

QString profileTitle(const KnownProfile &profile)
{
    return profile.server.isEmpty() ? ProfileText::tr("Workspace of %1").arg(profile.user.name)
                                    : profile.server;
}

QString profileStory(const KnownProfile &profile, const QDate &today)
{
    QString text = standText(profile, today).toHtmlEscaped();
    if (profile.pending > 0) {
        const QString pending = profile.pending == 1
            ? ProfileText::tr("1 change pending.")
            : ProfileText::tr("%1 changes pending.").arg(QLocale().toString(profile.pending));
        text +=
            u" <b style='color:%1'>%2</b>"_s.arg(Theme::current().pill(State::Pending).fg.name(), pending);
    }
    return text;
}

QString profileName(const KnownProfile &profile)
{
    return profile.server.isEmpty() ? profileTitle(profile)
                                    : ProfileText::tr("%1 at %2").arg(profile.user.name, profile.server);
}

QString signInText(SignInMethod::Kind kind)
{
    switch (kind) {
    case SignInMethod::Kind::Token:
        return ProfileText::tr("With a token");
    case SignInMethod::Kind::Client:
        return ProfileText::tr("With a client's id and secret");
    case SignInMethod::Kind::Browser:
        return ProfileText::tr("In the browser");
    }
    return {};
}

QString momentText(const QDateTime &when, const QDate &today)
{
    const QDateTime local = when.toLocalTime();
    if (local.date() == today)
        return ProfileText::tr("today %1").arg(QLocale().toString(local.time(), u"HH:mm"_s));
    return QLocale().toString(local,
                              local.date().year() == today.year() ? u"d MMM HH:mm"_s : u"d MMM yyyy"_s);
}

} // namespace salesbench
