// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzz.h"

#include <QDir>
#include <QFile>

#include <cstdio>
#include <random>

using namespace Qt::StringLiterals;

namespace {

constexpr int Variants = 300;

void run(const QByteArray &input)
{
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(input.constData()),
                           static_cast<std::size_t>(input.size()));
}

/// With one to four places changed, left out or repeated.
QByteArray variant(QByteArray input, std::mt19937 &random)
{
    for (unsigned i = random() % 4 + 1; i > 0 && !input.isEmpty(); --i) {
        const qsizetype at = static_cast<qsizetype>(random() % static_cast<size_t>(input.size()));
        const qsizetype length = static_cast<qsizetype>(random() % 8 + 1);
        switch (random() % 3) {
        case 0:
            input[at] = static_cast<char>(random() % 256);
            break;
        case 1:
            input.remove(at, length);
            break;
        default:
            input.insert(at, input.mid(at, length));
        }
    }
    return input;
}

} // namespace

int main(int argc, char *argv[])
{
    const QDir corpus(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString());
    const QStringList names = corpus.entryList(QDir::Files, QDir::Name);
    std::mt19937 random(1);
    for (const QString &name : names) {
        QFile file(corpus.filePath(name));
        if (!file.open(QFile::ReadOnly))
            return 2;
        const QByteArray input = file.readAll();
        run(input);
        for (int i = 0; i < Variants; ++i)
            run(variant(input, random));
    }
    std::printf("%lld inputs and %d variants of each\n", static_cast<long long>(names.size()), Variants);
    return names.isEmpty() ? 2 : 0;
}
