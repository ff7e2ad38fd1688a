// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/screenshots.h"

#include "ui/shell/appearance.h"
#include "ui/shell/helpdialogs.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/startdialog.h"
#include "ui/sync/conflictmodel.h"
#include "ui/sync/conflictview.h"
#include "ui/sync/sampleconflict.h"
#include "ui/sync/syncpage.h"

#include <QAction>
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDialog>
#include <QDir>
#include <QEventLoop>
#include <QTimer>

#include <functional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace salesbench {

namespace {

constexpr QSize PictureSize(1440, 900);
constexpr auto PicturePatience = 15s;
constexpr auto Settling = 150ms;

struct ScreenshotsText {
    Q_DECLARE_TR_FUNCTIONS(Screenshots)
};

void runFor(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

void waitUntil(const std::function<bool()> &done)
{
    const QDeadlineTimer deadline(PicturePatience);
    while (!done() && !deadline.hasExpired())
        runFor(20ms);
    // What was read is laid out and painted a turn of the loop later.
    runFor(Settling);
}

/// Counts the pictures and keeps the first thing that went wrong.
class Album {
public:
    Album(const QString &directory, const QString &look)
        : m_directory(directory)
        , m_look(look)
    {
    }

    void add(QWidget &widget, const QString &name)
    {
        const QString file = m_directory.filePath(name + u'-' + m_look + u".png"_s);
        if (widget.grab().save(file))
            ++m_count;
        else if (m_failed.isEmpty())
            m_failed = file;
    }

    Result<int> result() const
    {
        if (m_failed.isEmpty())
            return m_count;
        return tl::make_unexpected(
            Problem{Problem::Kind::Storage,
                    ScreenshotsText::tr("The picture %1 cannot be written.").arg(m_failed),
                    {}});
    }

private:
    QDir m_directory;
    QString m_look;
    QString m_failed;
    int m_count = 0;
};

void waitFor(const Page &page)
{
    waitUntil([&page] { return page.isReady(); });
}

void addPages(MainWindow &window, Album &album)
{
    for (auto page = window.pages().cbegin(); page != window.pages().cend(); ++page) {
        window.showPage(page.key());
        waitFor(*page.value());
        album.add(window, page.value()->iconName());
    }
}

/// The first quote in full, with its lines.
void addOpenQuote(MainWindow &window, Album &album)
{
    Page *quotes = window.page(MainWindow::Quotes);
    if (!quotes)
        return;
    window.showPage(MainWindow::Quotes);
    waitFor(*quotes);
    for (QAction *action : quotes->menuActions(Page::Menu::Record)) {
        if (action && action->objectName() == "open"_L1)
            action->trigger();
    }
    waitFor(*quotes);
    album.add(window, u"quote"_s);
    quotes->openRecord({});
}

/// An invented one: the demo has nobody else who edits.
void addConflict(MainWindow &window, Album &album)
{
    auto *page = qobject_cast<SyncPage *>(window.page(MainWindow::Sync));
    if (!page)
        return;
    window.showPage(MainWindow::Sync);
    waitFor(*page);
    ConflictView &view = page->conflict();
    view.showRecord(sampleConflict());
    view.model().choose(0, ConflictModel::Choice::Mine);
    view.model().choose(2, ConflictModel::Choice::Theirs);
    QCoreApplication::processEvents();
    album.add(view, u"conflict"_s);
    view.leave();
}

void addPalette(MainWindow &window, Album &album)
{
    window.showPage(window.pages().firstKey());
    for (const auto &[text, name] : {std::pair(u"sd"_s, u"palette"_s), std::pair(u">"_s, u"commands"_s)}) {
        window.openPalette(text);
        runFor(2 * Settling);
        album.add(window, name);
        window.closePalette();
    }
}

void addDialogs(MainWindow &window, const StartOffer &offer, Album &album)
{
    StartDialog start(offer, {}, nullptr);
    start.show();
    runFor(Settling);
    album.add(start, u"start"_s);
    for (const auto &[dialog, name] : {std::pair(showShortcuts(window.commands(), &window), u"shortcuts"_s),
                                       std::pair(showAbout(&window), u"about"_s)}) {
        runFor(Settling);
        album.add(*dialog, name);
        dialog->close();
    }
}

Result<int> writeLook(MainWindow &window, const StartOffer &offer, const QString &directory,
                      const QString &look)
{
    Album album(directory, look);
    addPages(window, album);
    addOpenQuote(window, album);
    addConflict(window, album);
    addPalette(window, album);
    addDialogs(window, offer, album);
    return album.result();
}

} // namespace

Result<int> writeScreenshots(MainWindow &window, Appearance &appearance, const StartOffer &offer,
                             const QString &directory)
{
    if (!QDir().mkpath(directory))
        return tl::make_unexpected(
            Problem{Problem::Kind::Storage,
                    ScreenshotsText::tr("The directory %1 cannot be made.").arg(directory),
                    {}});
    const Appearance::Choice before = appearance.choice();
    window.resize(PictureSize);
    window.show();
    int count = 0;
    for (const auto &[choice, look] :
         {std::pair(Appearance::Choice::Light, u"light"_s), std::pair(Appearance::Choice::Dark, u"dark"_s)}) {
        appearance.setChoice(choice);
        const Result<int> written = writeLook(window, offer, directory, look);
        if (!written)
            return written;
        count += *written;
    }
    appearance.setChoice(before);
    return count;
}

} // namespace salesbench
