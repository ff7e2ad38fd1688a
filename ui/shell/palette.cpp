// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette.h"

#include "ui/shell/palettedelegate.h"
#include "ui/shell/palettemodel.h"
#include "ui/shell/palettesearch.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/themedlabel.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int PaletteWidth = 680;
constexpr int Top = 62;
constexpr int MostEntries = 12;
constexpr int PageStep = 8;
constexpr int ShadowReach = 32;

QLabel *keyLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setProperty("look", u"key"_s);
    return label;
}

QLabel *hintLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setProperty("look", u"secondary"_s);
    return label;
}

} // namespace

CommandPalette::CommandPalette(Context &context, QWidget *window)
    : QWidget(window)
    , m_frame(new QFrame(this))
    , m_edit(new QLineEdit(m_frame))
    , m_list(new QListView(m_frame))
    , m_model(new PaletteModel(this))
    , m_search(new PaletteSearch(context, this))
{
    setObjectName(u"palette"_s);
    build();
    connect(m_edit, &QLineEdit::textChanged, m_search, &PaletteSearch::ask);
    connect(m_search, &PaletteSearch::answered, this, &CommandPalette::show);
    connect(m_list, &QListView::clicked, this, &CommandPalette::choose);
    m_edit->installEventFilter(this);
    hide();
}

void CommandPalette::build()
{
    m_frame->setProperty("look", u"palette"_s);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("Found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(*m_model, m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto *column = new QVBoxLayout(m_frame);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(buildHead());
    auto *line = new QFrame(m_frame);
    line->setProperty("look", u"hairline"_s);
    line->setFixedHeight(1);
    column->addWidget(line);
    auto *listBox = new QVBoxLayout;
    listBox->setContentsMargins(6, 4, 6, 6);
    listBox->addWidget(m_list);
    column->addLayout(listBox);
    column->addWidget(buildFoot());
}

QWidget *CommandPalette::buildHead()
{
    m_edit->setObjectName(u"paletteEdit"_s);
    m_edit->setAccessibleName(tr("Search everything, or type > for commands, @ for people, : for places"));
    m_edit->setPlaceholderText(tr("Search leads, opportunities, quotes and commands"));
    auto *head = new QWidget(m_frame);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(15, 0, 14, 0);
    row->setSpacing(6);
    row->addWidget(iconLabel(u"search"_s, 18, head));
    row->addWidget(m_edit, 1);
    row->addWidget(keyLabel(tr("Esc"), head), 0, Qt::AlignVCenter);
    return head;
}

QWidget *CommandPalette::buildFoot()
{
    auto *foot = new QFrame(m_frame);
    foot->setProperty("look", u"foot"_s);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(14, 6, 14, 6);
    row->setSpacing(6);
    const auto hint = [&](const QStringList &keys, const QString &text) {
        for (const QString &key : keys)
            row->addWidget(keyLabel(key, foot));
        row->addWidget(hintLabel(text, foot));
        row->addSpacing(8);
    };
    hint({u"↑"_s, u"↓"_s}, tr("move"));
    hint({tr("Enter")}, tr("open"));
    row->addStretch();
    hint({u">"_s}, tr("commands"));
    hint({u"@"_s}, tr("people"));
    hint({u":"_s}, tr("go to"));
    return foot;
}

void CommandPalette::open(const QVector<Command> &commands, const QString &text)
{
    if (!isVisible())
        m_before = QApplication::focusWidget();
    m_search->setCommands(commands);
    setGeometry(parentWidget()->rect());
    QWidget::show();
    raise();
    m_edit->setFocus(Qt::PopupFocusReason);
    m_edit->setText(text);
    m_search->ask(text);
}

void CommandPalette::dismiss()
{
    hide();
    if (m_before)
        m_before->setFocus(Qt::PopupFocusReason);
    m_before = nullptr;
}

void CommandPalette::show(const QVector<PaletteEntry> &entries)
{
    m_model->setEntries(entries, m_search->words());
    const int first = m_model->nextChoice(-1, 1);
    if (first >= 0)
        m_list->setCurrentIndex(m_model->index(first));
    m_list->scrollToTop();
    place();
}

void CommandPalette::place()
{
    int wanted = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        wanted += m_list->sizeHintForRow(row);
    const int room = height() - Top - 48 - 48 - 40;
    m_list->setFixedHeight(
        std::clamp(wanted, PaletteDelegate::Row, std::min(MostEntries * PaletteDelegate::Row, room)));
    const int width = std::min(PaletteWidth, this->width() - 2 * ShadowReach);
    m_frame->setFixedWidth(width);
    m_frame->layout()->activate();
    m_frame->adjustSize();
    m_frame->QWidget::move((this->width() - width) / 2, Top);
    update();
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    QColor dim = theme.shadow;
    dim.setAlphaF(0.28F);
    painter.fillRect(rect(), dim);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    // Black has no tint that many thin layers could round into another one.
    QColor shade = Theme::dark().shadow;
    shade.setAlpha(5);
    painter.setBrush(shade);
    for (int reach = ShadowReach; reach > 0; reach -= 2)
        painter.drawRoundedRect(m_frame->geometry().translated(0, 8).adjusted(-reach, -reach, reach, reach),
                                reach, reach);
}

void CommandPalette::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void CommandPalette::mousePressEvent(QMouseEvent *)
{
    dismiss();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && pressed(static_cast<QKeyEvent *>(event)->key()))
        return true;
    return QWidget::eventFilter(watched, event);
}

bool CommandPalette::pressed(int key)
{
    switch (key) {
    case Qt::Key_Escape:
        dismiss();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return true;
    case Qt::Key_Down:
    case Qt::Key_Tab:
        move(1);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Backtab:
        move(-1);
        return true;
    case Qt::Key_PageDown:
        move(PageStep);
        return true;
    case Qt::Key_PageUp:
        move(-PageStep);
        return true;
    default:
        return false;
    }
}

void CommandPalette::move(int step)
{
    const int direction = step > 0 ? 1 : -1;
    int row = m_list->currentIndex().row();
    for (int left = std::abs(step); left > 0; --left) {
        const int next = m_model->nextChoice(row, direction);
        if (next < 0)
            break;
        row = next;
    }
    if (row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
}

void CommandPalette::choose()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return;
    // The deed may open the palette again, so it is closed first.
    const PaletteEntry entry = m_model->entry(current.row());
    if (entry.type == PaletteEntry::Type::Heading)
        return;
    dismiss();
    if (entry.type == PaletteEntry::Type::Record)
        Q_EMIT recordChosen(entry.hit.kind, entry.hit.row.localId);
    else if (entry.type == PaletteEntry::Type::Person)
        Q_EMIT personChosen(entry.person);
    else if (entry.action)
        entry.action->trigger();
}

} // namespace salesbench
