// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

const QStringList Rooms{u"models"_s, u"net"_s, u"ui"_s, u"app"_s, u"resources"_s, u"tests"_s};
const QStringList ProductRooms{u"models"_s, u"net"_s, u"ui"_s, u"app"_s, u"resources"_s};

/// Whose headers each room may include, itself always among them.
QStringList allowedRooms(const QString &room)
{
    static const QMap<QString, QStringList> allowed{
        {u"models"_s, {u"models"_s}},
        {u"net"_s, {u"net"_s, u"models"_s, u"resources"_s}},
        {u"ui"_s, {u"ui"_s, u"models"_s}},
        {u"resources"_s, {u"resources"_s, u"models"_s}},
        {u"app"_s, {u"app"_s, u"ui"_s, u"net"_s, u"models"_s, u"resources"_s}},
    };
    return allowed.value(room);
}

/// Qt modules that belong to other rooms, by the first letters of their headers.
QStringList forbiddenLibraries(const QString &file)
{
    if (file.startsWith("ui/"_L1))
        return {u"QtSql"_s, u"QSql"_s, u"QtNetwork"_s, u"QNetwork"_s, u"QTcp"_s, u"QSsl"_s, u"boost/"_s};
    if (file.startsWith("models/domain/"_L1))
        return {u"QtSql"_s, u"QSql"_s, u"QtNetwork"_s, u"QNetwork"_s, u"QtGui"_s, u"QtWidgets"_s, u"QWidget"_s};
    if (file.startsWith("models/"_L1))
        return {u"QtNetwork"_s, u"QNetwork"_s, u"QtWidgets"_s, u"QWidget"_s};
    if (file.startsWith("net/"_L1))
        return {u"QtWidgets"_s, u"QWidget"_s, u"QtGui"_s};
    return {};
}

/// The sentence that says what is wrong with @p file including @p header; empty when nothing is.
QString objection(const QString &file, const QString &header, bool quoted)
{
    for (const QString &library : forbiddenLibraries(file)) {
        if (header.startsWith(library))
            return u"%1 includes %2, which is not for this room."_s.arg(file, header);
    }
    if (!quoted)
        return {};
    const QString included = header.section(u'/', 0, 0);
    if (!header.contains(u'/') || !Rooms.contains(included)) {
        // What moc and the build make lies beside the file, under no room's path.
        const bool generated = header.endsWith(".moc"_L1) || header.startsWith("moc_"_L1) || header.startsWith("ui_"_L1);
        return generated ? QString() : u"%1 includes %2, not by its full path from the root."_s.arg(file, header);
    }
    if (!allowedRooms(file.section(u'/', 0, 0)).contains(included))
        return u"%1 includes %2: that room may not know this one."_s.arg(file, header);
    return {};
}

QStringList objections(const QString &file, const QString &text)
{
    static const QRegularExpression includeLine(u"^[ \\t]*#[ \\t]*include[ \\t]*([\"<])([^\">]+)[\">]"_s,
                                                QRegularExpression::MultilineOption);
    QStringList result;
    for (auto it = includeLine.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const QString found = objection(file, match.captured(2), match.captured(1) == u'"');
        if (!found.isEmpty())
            result.append(found);
    }
    return result;
}

} // namespace

class IncludesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldFindOnlyTheIncludesThatTheHouseAllows()
    {
        const QDir root(QStringLiteral(SALESBENCH_SOURCE_DIR));
        QStringList found;
        int files = 0;
        for (const QString &room : ProductRooms) {
            QVERIFY2(root.exists(room), qPrintable(room));
            QDirIterator it(root.filePath(room), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
            while (it.hasNext()) {
                QFile file(it.next());
                QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
                found += objections(root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll()));
                ++files;
            }
        }
        QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
        QVERIFY(files > 20);
    }

    void shouldObjectToEveryForbiddenEdge_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("allowed");
        const auto row = [](const char *name, const QString &file, const QString &line, bool allowed) {
            QTest::newRow(name) << file << line << allowed;
        };
        row("models to net", u"models/store/a.cpp"_s, u"#include \"net/client/b.h\""_s, false);
        row("models to resources", u"models/store/a.cpp"_s, u"#include \"resources/demo/b.h\""_s, false);
        row("net to ui", u"net/sync/a.cpp"_s, u"#include \"ui/shell/b.h\""_s, false);
        row("ui to net", u"ui/shell/a.cpp"_s, u"#include \"net/sync/b.h\""_s, false);
        row("ui to resources", u"ui/shell/a.cpp"_s, u"#include \"resources/demo/b.h\""_s, false);
        row("ui to QtSql", u"ui/shell/a.cpp"_s, u"#include <QtSql>"_s, false);
        row("ui to a class of QtSql", u"ui/shell/a.cpp"_s, u"#  include <QSqlQuery>"_s, false);
        row("ui to QtNetwork", u"ui/shell/a.cpp"_s, u"#include <QNetworkReply>"_s, false);
        row("domain to QtSql", u"models/domain/a.cpp"_s, u"#include <QSqlDatabase>"_s, false);
        row("resources to app", u"resources/demo/a.cpp"_s, u"#include \"app/workbench/b.h\""_s, false);
        row("ui to app", u"ui/shell/a.cpp"_s, u"#include \"app/workbench/b.h\""_s, false);
        row("app to tests", u"app/workbench/a.cpp"_s, u"#include \"tests/support/b.h\""_s, false);
        row("not from the root", u"ui/shell/a.cpp"_s, u"#include \"b.h\""_s, false);
        row("second line", u"ui/shell/a.cpp"_s, u"#include \"ui/shell/b.h\"\n#include \"net/http/c.h\""_s, false);

        row("models to models", u"models/store/a.cpp"_s, u"#include \"models/domain/b.h\""_s, true);
        row("store to QtSql", u"models/store/a.cpp"_s, u"#include <QSqlQuery>"_s, true);
        row("net to models", u"net/sync/a.cpp"_s, u"#include \"models/domain/b.h\""_s, true);
        row("net to resources", u"net/server/a.cpp"_s, u"#include \"resources/demo/b.h\""_s, true);
        row("ui to models", u"ui/shell/a.cpp"_s, u"#include \"models/items/b.h\""_s, true);
        row("app to all", u"app/workbench/a.cpp"_s, u"#include \"ui/shell/b.h\"\n#include \"net/http/c.h\""_s, true);
        row("generated", u"ui/shell/a.cpp"_s, u"#include \"a.moc\""_s, true);
        row("words in a comment", u"ui/shell/a.cpp"_s, u"// #include \"net/http/c.h\""_s, true);
    }

    void shouldObjectToEveryForbiddenEdge()
    {
        QFETCH(QString, file);
        QFETCH(QString, line);
        QFETCH(bool, allowed);
        const QStringList found = objections(file, line + u'\n');
        QVERIFY2(found.isEmpty() == allowed, qPrintable(found.join(u'\n')));
    }
};

SALESBENCH_TEST(IncludesTest)
#include "includestest.moc"
