#include "ui/form/mnemonic.h"

#include <QKeySequence>

namespace postwright::ui {
namespace {

QChar mnemonicOf(const QString& label) {
  const QString keys = QKeySequence::mnemonic(label).toString(QKeySequence::PortableText);
  return keys.isEmpty() ? QChar() : keys.back().toUpper();
}

/// Where a free letter of `name` stands: one that starts a word, else any; -1 when there is none.
qsizetype freeLetter(const QString& name, const QSet<QChar>& taken) {
  qsizetype any = -1;
  for (qsizetype i = 0; i < name.size(); ++i) {
    const ushort letter = name[i].toUpper().unicode();
    const bool isKey = (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
    if (!isKey || taken.contains(QChar(letter))) continue;
    if (i == 0 || !name[i - 1].isLetterOrNumber()) return i;
    if (any < 0) any = i;
  }
  return any;
}

} // namespace

QString withoutMnemonic(const QString& label) {
  QString name;
  bool isMarked = false; // the `&` before was a mark: this character is meant, whatever it is
  for (const QChar character : label) {
    isMarked = !isMarked && character == QLatin1Char('&');
    if (!isMarked) name.append(character);
  }
  return name;
}

QStringList withMnemonics(QStringList labels, QSet<QChar> taken) {
  for (const QString& label : labels)
    if (const QChar own = mnemonicOf(label); !own.isNull()) taken.insert(own);
  for (QString& label : labels) {
    if (!mnemonicOf(label).isNull()) continue;
    const QString name = withoutMnemonic(label);
    const qsizetype letter = freeLetter(name, taken);
    if (letter < 0) continue;
    taken.insert(name[letter].toUpper());
    const auto doubled = [](QString part) { return part.replace(QLatin1Char('&'), QLatin1String("&&")); };
    label = doubled(name.left(letter)) + QLatin1Char('&') + doubled(name.mid(letter));
  }
  return labels;
}

} // namespace postwright::ui
