// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statusline.h"

#include "ui/shell/connection.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int StatusDot = 7;

QPixmap dotPixmap(const QColor &color, qreal devicePixelRatio)
{
    QPixmap result(QSize(StatusDot, StatusDot) * devicePixelRatio);
    result.setDevicePixelRatio(devicePixelRatio);
    result.fill(Qt::transparent);
    QPainter painter(&result);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(0, 0, StatusDot, StatusDot);
    return result;
}

QLabel *textLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setProperty("look", u"secondary"_s);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QPushButton *cancelButton(const QString &name, const QString &accessibleName, QWidget *parent)
{
    auto *button = new QPushButton(StatusLine::tr("Cancel"), parent);
    button->setObjectName(name);
    button->setProperty("look", u"tiny"_s);
    button->setAccessibleName(accessibleName);
    return button;
}

} // namespace

StatusLine::StatusLine(const WorkspaceStatus &status, const Surroundings &surroundings, QWidget *parent)
    : QFrame(parent)
    , m_status(status)
    , m_surroundings(surroundings)
    , m_page(new QHBoxLayout)
    , m_waitText(textLabel(u"waitText"_s, this))
    , m_stopWaiting(cancelButton(u"stopWaiting"_s, tr("Stop loading the list"), this))
    , m_progressText(textLabel(u"progressText"_s, this))
    , m_progress(new QProgressBar(this))
    , m_cancel(cancelButton(u"cancelSync"_s, tr("Cancel the synchronisation"), this))
    , m_dot(new QLabel(this))
    , m_pending(textLabel(u"pendingText"_s, this))
    , m_lastSync(textLabel(u"lastSync"_s, this))
    , m_server(textLabel(u"server"_s, this))
{
    setObjectName(u"statusLine"_s);
    setProperty("look", u"bar"_s);
    setFixedHeight(metrics::StatusBar);
    m_progress->setFixedWidth(120);
    m_progress->setTextVisible(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 1, 12, 0);
    row->setSpacing(8);
    m_page->setSpacing(24);
    row->addLayout(m_page);
    row->addWidget(m_waitText);
    row->addWidget(m_stopWaiting);
    row->addStretch();
    for (QWidget *widget : {static_cast<QWidget *>(m_progressText), static_cast<QWidget *>(m_progress),
                            static_cast<QWidget *>(m_cancel), static_cast<QWidget *>(m_dot)})
        row->addWidget(widget);
    row->addWidget(m_pending);
    row->addSpacing(16);
    row->addWidget(m_lastSync);
    row->addSpacing(16);
    row->addWidget(m_server);
    connect(m_cancel, &QPushButton::clicked, this, &StatusLine::cancelPressed);
    connect(m_stopWaiting, &QPushButton::clicked, this, &StatusLine::stopWaitingPressed);
    setWaitText({});
    connect(&m_status, &WorkspaceStatus::changed, this, &StatusLine::showStatus);
    showStatus();
}

void StatusLine::setPageTexts(const QStringList &texts)
{
    while (m_page->count() > texts.size())
        delete m_page->takeAt(m_page->count() - 1)->widget();
    while (m_page->count() < texts.size())
        m_page->addWidget(textLabel(u"pageText"_s, this));
    for (int i = 0; i < texts.size(); ++i)
        qobject_cast<QLabel *>(m_page->itemAt(i)->widget())->setText(texts.at(i));
}

void StatusLine::setWaitText(const QString &text)
{
    m_waitText->setText(text);
    m_waitText->setVisible(!text.isEmpty());
    m_stopWaiting->setVisible(!text.isEmpty());
}

void StatusLine::showStatus()
{
    const WorkspaceStatus::Snapshot &now = m_status.now();
    const QString pending = pendingText(now);
    m_pending->setText(pending);
    m_pending->setVisible(!pending.isEmpty());
    m_dot->setVisible(!pending.isEmpty());
    m_dot->setPixmap(dotPixmap(Theme::current().sync, devicePixelRatioF()));
    m_lastSync->setText(lastSyncText(now, m_surroundings.now().toLocalTime().date()));
    m_server->setText(now.server);
    showProgress();
}

void StatusLine::showProgress()
{
    const auto &progress = m_status.now().progress;
    m_progressText->setText(progressText(m_status.now()));
    for (QWidget *widget : {static_cast<QWidget *>(m_progressText), static_cast<QWidget *>(m_progress),
                            static_cast<QWidget *>(m_cancel)})
        widget->setVisible(progress.has_value());
    if (!progress)
        return;
    m_progress->setRange(0, progress->total > 0 ? 1000 : 0);
    if (progress->total > 0)
        m_progress->setValue(int(progress->done * 1000 / progress->total));
}

void StatusLine::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter(this).fillRect(0, 0, width(), 1, Theme::current().hair);
}

void StatusLine::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_server)
        showStatus();
}

} // namespace salesbench
