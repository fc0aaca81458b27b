// Labels as they are written for menus and labels: `&` before the mnemonic, a literal `&` doubled.
#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

namespace postwright::ui {

QString withoutMnemonic(const QString& label);

/// The labels with a mnemonic each, as far as there are free letters and digits: those that have one keep it,
/// the others get one in their order. `taken`: upper-case letters that are the menus'.
QStringList withMnemonics(QStringList labels, QSet<QChar> taken);

} // namespace postwright::ui
