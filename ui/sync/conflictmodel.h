// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/conflict.h"
#include "models/domain/problem.h"

#include <QAbstractTableModel>
#include <QHash>

namespace salesbench {

/// A conflict part by part: what was known, both sides, and what the user chooses of them. Choices begun on one
/// document are kept while another one is looked at.
class ConflictModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Column { Field, Base, Mine, Theirs, Use, Result, Count };
    enum class Choice { None, Mine, Theirs, Own };
    Q_ENUM(Choice)
    enum Role {
        VerdictRole = Qt::UserRole, ///< ConflictPart::Verdict
        ChoiceRole,                 ///< Choice; of a settled part the side that stands
        MineAllowedRole,
        TypedRole, ///< whether a value of the user's own can be typed
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Keeps what was chosen where both sides are as they were.
    void setRecord(const Record &record);
    const Record &record() const { return m_record; }

    void choose(int row, Choice choice);
    /// Every open part that may be so.
    void chooseAll(Choice choice);
    /// Takes a value of the user's own for the part; BadInput with a sentence about what was typed.
    Result<void> enter(int row, const QString &text);
    void takeBack();
    bool canTakeBack() const { return !m_before.isEmpty(); }

    int open() const;      ///< parts that a person decides
    int undecided() const; ///< those of them without a choice
    QJsonObject result() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    /// Another choice is made, or another document is shown.
    void choicesChanged();
    /// What was typed cannot be used.
    void objected(const QString &sentence);

private:
    struct Chosen {
        Choice choice = Choice::None;
        QJsonValue value;
    };
    struct Draft {
        QVector<ConflictPart> parts;
        QVector<Chosen> chosen;
    };

    QString text(const ConflictPart &part, const Chosen &chosen, Column column) const;
    Choice standing(int row) const;
    bool isOpen(int row) const;
    void change(const QVector<Chosen> &chosen);

    Record m_record;
    QVector<ConflictPart> m_parts;
    QVector<Chosen> m_chosen; ///< one for each part
    QVector<QVector<Chosen>> m_before;
    QHash<QString, Draft> m_drafts; ///< by local id
};

} // namespace salesbench
