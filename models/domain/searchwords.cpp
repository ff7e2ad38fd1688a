// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/searchwords.h"

#include <QVector>

#include <algorithm>

namespace salesbench {

namespace {

struct Place {
    qsizetype start;
    qsizetype end;
};

bool isInWord(const QString &text, qsizetype index)
{
    const QChar c = text[index];
    if (c.isHighSurrogate() && index + 1 < text.size())
        return QChar::isLetterOrNumber(QChar::surrogateToUcs4(c, text[index + 1]));
    if (c.isLowSurrogate() && index > 0)
        return QChar::isLetterOrNumber(QChar::surrogateToUcs4(text[index - 1], c));
    return c.isLetterOrNumber();
}

QVector<Place> places(const QString &text)
{
    QVector<Place> result;
    bool inside = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool inWord = isInWord(text, i);
        if (inWord && !inside)
            result.append({i, i});
        inside = inWord;
        if (inside)
            result.last().end = i + 1;
    }
    return result;
}

QString folded(const QString &text)
{
    QString result = text.normalized(QString::NormalizationForm_D).toCaseFolded();
    result.removeIf([](QChar c) { return c.isMark(); });
    return result;
}

QStringList foldedWords(const QStringList &words)
{
    QStringList result;
    for (const QString &word : words)
        result.append(folded(word));
    return result;
}

/// Accents as one character with their letter, so that they do not end a word.
QString composed(const QString &text)
{
    return text.normalized(QString::NormalizationForm_C);
}

bool begins(const QString &text, const Place &place, const QString &foldedWord)
{
    return folded(text.sliced(place.start, place.end - place.start)).startsWith(foldedWord);
}

bool begins(const QString &text, const Place &place, const QStringList &foldedWords)
{
    return std::ranges::any_of(foldedWords, [&](const QString &word) { return begins(text, place, word); });
}

struct Line {
    QString text;
    qsizetype first = 0; ///< where the first word stands
    qsizetype held = 0;
};

Line judge(const QString &text, const QStringList &foldedWords)
{
    Line line{text.simplified()};
    for (const Place &place : places(line.text)) {
        if (begins(line.text, place, foldedWords) && line.held++ == 0)
            line.first = place.start;
    }
    return line;
}

/// Whole words, with dots where something was left out.
QString cut(const Line &line, int length)
{
    if (line.text.size() <= length)
        return line.text;
    const qsizetype wanted = std::clamp<qsizetype>(line.first - length / 4, 0, line.text.size() - length);
    const qsizetype start = wanted == 0 ? 0 : std::min(line.first, line.text.indexOf(u' ', wanted) + 1);
    const qsizetype space = line.text.lastIndexOf(u' ', start + length);
    const bool toTheEnd = start + length >= line.text.size();
    const qsizetype end = toTheEnd ? line.text.size() : space > line.first ? space : start + length;
    return (start > 0 ? QStringLiteral("… ") : QString()) + line.text.sliced(start, end - start)
        + (toTheEnd ? QString() : QStringLiteral(" …"));
}

} // namespace

QStringList searchWords(const QString &text)
{
    const QString whole = composed(text);
    QStringList result;
    for (const Place &place : places(whole))
        result.append(whole.sliced(place.start, place.end - place.start));
    return result;
}

bool holdsWords(const QString &text, const QStringList &words)
{
    const QStringList have = foldedWords(searchWords(text));
    return std::ranges::all_of(foldedWords(words), [&have](const QString &word) {
        return std::ranges::any_of(have, [&word](const QString &other) { return other.startsWith(word); });
    });
}

QString excerpt(const QString &text, const QStringList &words, int length)
{
    const QStringList wanted = foldedWords(words);
    Line best;
    const QStringList lines = composed(text).split(u'\n');
    for (const QString &line : lines) {
        const Line judged = judge(line, wanted);
        if (judged.held > best.held)
            best = judged;
    }
    return best.held ? cut(best, length) : QString();
}

} // namespace salesbench
