// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

constexpr int LongestSource = 400;
constexpr int LongestHeader = 200;
constexpr int LongestFunction = 60;

struct Source {
    QString name; ///< from the root
    QString text;

    bool isIn(const QString &room) const { return name.startsWith(room + u'/'); }
    QStringList lines() const { return text.split(u'\n'); }
};

QVector<Source> readSources()
{
    const QDir root(QStringLiteral(SALESBENCH_SOURCE_DIR));
    QVector<Source> result;
    for (const QString &room :
         {u"models"_s, u"net"_s, u"ui"_s, u"app"_s, u"resources"_s, u"tests"_s, u"packaging"_s}) {
        QDirIterator it(root.filePath(room),
                        {u"*.h"_s, u"*.cpp"_s, u"*.sh"_s, u"*.svg"_s, u"*.qss"_s, u"*.desktop"_s, u"*.xml"_s},
                        QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (file.open(QIODevice::ReadOnly))
                result.append({root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll())});
        }
    }
    return result;
}

const QVector<Source> &sources()
{
    static const QVector<Source> all = readSources();
    return all;
}

using Rule = QStringList (*)(const Source &);

QStringList missingLicence(const Source &source)
{
    const QString head = source.lines().mid(0, 5).join(u'\n');
    const bool found =
        head.contains("SPDX-FileCopyrightText"_L1) && head.contains("SPDX-License-Identifier"_L1);
    return found ? QStringList() : QStringList{source.name};
}

QStringList tooLong(const Source &source)
{
    // One declaration for each attribute of the standards.
    if (source.name == "models/domain/quoteparts.h"_L1 || source.isIn(u"tests"_s))
        return {};
    const qsizetype count = source.text.count(u'\n');
    const bool header = source.name.endsWith(".h"_L1);
    const bool counts = header || source.name.endsWith(".cpp"_L1);
    if (!counts || count <= (header ? LongestHeader : LongestSource))
        return {};
    return {u"%1 has %2 lines"_s.arg(source.name).arg(count)};
}

QStringList longFunctions(const Source &source)
{
    QStringList result;
    const QStringList lines = source.name.endsWith(".cpp"_L1) ? source.lines() : QStringList();
    qsizetype begin = -1;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i] == "{"_L1)
            begin = i;
        else if (lines[i] == "}"_L1 && begin >= 0 && i - begin - 1 > LongestFunction)
            result.append(u"%1:%2 has %3 lines"_s.arg(source.name).arg(begin).arg(i - begin - 1));
    }
    return result;
}

QStringList matches(const Source &source, const QRegularExpression &expression)
{
    QStringList result;
    for (auto it = expression.globalMatch(source.text); it.hasNext();)
        result.append(u"%1: %2"_s.arg(source.name, it.next().captured()));
    return result;
}

QStringList colours(const Source &source)
{
    static const QRegularExpression literal(
        u"\"#[0-9a-fA-F]{3,8}\\b|:\\s*#[0-9a-fA-F]{3,8}\\b|\\bQColor\\(\\d|\\brgba?\\(|\\bQt::(red|green|blue|white|black|gray)\\b"_s);
    const bool counts = source.isIn(u"ui"_s) || source.isIn(u"app"_s) || source.name.endsWith(".qss"_L1);
    return counts && source.name != "ui/widgets/theme.cpp"_L1 ? matches(source, literal) : QStringList();
}

QStringList machinePaths(const Source &source)
{
    static const QRegularExpression path(u"[\"' (](/home/|/work/|/root/|/Users/|[A-Z]:\\\\)[^\"' )]*"_s);
    return source.isIn(u"tests"_s) ? QStringList() : matches(source, path);
}

QStringList unfinished(const Source &source)
{
    static const QRegularExpression word(u"\\b(TO"
                                         u"DO|FIX"
                                         u"ME|XX"
                                         u"X)\\b"_s);
    return matches(source, word);
}

struct NamedRule {
    const char *name;
    Rule find;
    Source bad;
    Source good;
};

QVector<NamedRule> rules()
{
    const QString licence = u"// SPDX-FileCopyrightText: a\n// SPDX-License-Identifier: b\n"_s;
    const auto lines = [](int count) {
        return u"int x;\n"_s.repeated(count);
    };
    return {
        {"every file names its licence",
         missingLicence,
         {u"ui/a.cpp"_s, u"int x;\n"_s},
         {u"ui/a.cpp"_s, licence}},
        {"no file is long", tooLong, {u"ui/a.cpp"_s, lines(401)}, {u"ui/a.cpp"_s, lines(400)}},
        {"no header is long", tooLong, {u"ui/a.h"_s, lines(201)}, {u"ui/a.h"_s, lines(200)}},
        {"no function is long",
         longFunctions,
         {u"ui/a.cpp"_s, u"void a()\n{\n"_s + lines(61) + u"}\n"_s},
         {u"ui/a.cpp"_s, u"void a()\n{\n"_s + lines(60) + u"}\n"_s}},
        {"colours stand in the theme",
         colours,
         {u"ui/a.cpp"_s, u"QColor(\"#ff0000\")"_s},
         {u"ui/widgets/theme.cpp"_s, u"\"#ff0000\""_s}},
        {"colours stand in the theme, style sheet",
         colours,
         {u"resources/a.qss"_s, u"color: #fff"_s},
         {u"resources/a.qss"_s, u"#title { }"_s}},
        {"no path of one machine",
         machinePaths,
         {u"app/a.cpp"_s, u"\"/home/me/x\""_s},
         {u"app/a.cpp"_s, u"\"/tmf-api/\""_s}},
        {"nothing is left for later",
         unfinished,
         {u"app/a.cpp"_s,
          u"// TO"
          u"DO: all"_s},
         {u"app/a.cpp"_s, u"todo"_s}},
    };
}

} // namespace

class StyleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldHold_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < rules().size(); ++i)
            QTest::newRow(rules()[i].name) << i;
    }

    void shouldHold()
    {
        QFETCH(int, index);
        const NamedRule rule = rules()[index];
        QStringList found;
        for (const Source &source : sources())
            found += rule.find(source);
        QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
        QVERIFY(sources().size() > 100);
    }

    void shouldBeAbleToFail_data() { shouldHold_data(); }

    void shouldBeAbleToFail()
    {
        QFETCH(int, index);
        const NamedRule rule = rules()[index];
        QCOMPARE(rule.find(rule.bad).size(), 1);
        QCOMPARE(rule.find(rule.good), QStringList());
    }
};

SALESBENCH_TEST(StyleTest)
#include "styletest.moc"
