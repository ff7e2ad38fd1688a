// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/menus.h"
#include "ui/shell/paletteentry.h"
#include "ui/widgets/context.h"

#include <QFuture>

namespace salesbench {

/// Finds what the palette lists. Nothing before the text: documents of every kind and commands; ">" commands
/// alone, "@" people, ":" places to go to. An answer that was overtaken by a newer question is dropped.
class PaletteSearch : public QObject {
    Q_OBJECT

public:
    explicit PaletteSearch(Context &context, QObject *parent = nullptr);

    void setCommands(const QVector<Command> &commands) { m_commands = commands; }
    void ask(const QString &text);
    /// The words of the last question, without its sign: what is to be highlighted.
    const QStringList &words() const { return m_words; }

Q_SIGNALS:
    void answered(const QVector<salesbench::PaletteEntry> &entries);

private:
    void askDocuments(const QString &text);
    void take(const Result<QVector<SearchHit>> &answer);
    QVector<PaletteEntry> start() const;
    QVector<PaletteEntry> documents(const QVector<SearchHit> &hits) const;
    QVector<PaletteEntry> commands(const QString &heading, int limit, bool placesOnly) const;
    QVector<PaletteEntry> people() const;
    bool matches(const QString &text) const;
    void answer(QVector<PaletteEntry> entries);

    Context &m_context;
    QVector<Command> m_commands;
    QStringList m_words;
    QString m_text;
    int m_question = 0;
    QFuture<Result<QVector<SearchHit>>> m_running;
};

} // namespace salesbench
