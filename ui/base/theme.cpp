#include "ui/base/theme.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QFontInfo>
#include <QPalette>
#include <QRegularExpression>
#include <QStyleFactory>
#include <array>

namespace postwright::ui {
namespace {

struct Token {
  Role role;
  const char* name; ///< in the style sheet: @name
  QRgb light;
  QRgb dark;
};

constexpr std::array kTokens = {
    Token{Role::Window, "window", 0xfff4f4f2, 0xff202225},
    Token{Role::Side, "side", 0xffefefec, 0xff1b1d20},
    Token{Role::Base, "base", 0xffffffff, 0xff17191c},
    Token{Role::Field, "field", 0xffffffff, 0xff1d2024},
    Token{Role::Line, "line", 0xffdfdeda, 0xff33363b},
    Token{Role::Text, "text", 0xff1f2328, 0xffe3e5e8},
    Token{Role::Dim, "dim", 0xff6a6f76, 0xff9aa0a8},
    Token{Role::Faint, "faint", 0xff9a9ea5, 0xff6c727a},
    Token{Role::Accent, "accent", 0xff3a63d8, 0xff8aa9ff},
    Token{Role::AccentTint, "accentTint", 0xffe6ecfc, 0xff26314d},
    Token{Role::Draft, "draft", 0xff9a5b00, 0xfff0b65b},
    Token{Role::DraftTint, "draftTint", 0xfffdf0d5, 0xff3a2e17},
    Token{Role::Good, "good", 0xff2c7a4b, 0xff6fcf97},
    Token{Role::Bad, "bad", 0xffb3261e, 0xffff8a80},
    Token{Role::BadTint, "badTint", 0xfffdecea, 0xff3b2020},
    Token{Role::Link, "link", 0xff2f5fd0, 0xff9bb4ff},
    Token{Role::Liquid, "liquid", 0xff0b7a75, 0xff5cc8c0},
    Token{Role::Code, "code", 0xff7a3e9d, 0xffc9a0e6},
};

QPalette tokenPalette() {
  QPalette palette;
  palette.setColor(QPalette::Window, color(Role::Window));
  palette.setColor(QPalette::WindowText, color(Role::Text));
  palette.setColor(QPalette::Base, color(Role::Base));
  palette.setColor(QPalette::AlternateBase, color(Role::Side));
  palette.setColor(QPalette::Text, color(Role::Text));
  palette.setColor(QPalette::Button, color(Role::Window));
  palette.setColor(QPalette::ButtonText, color(Role::Text));
  palette.setColor(QPalette::PlaceholderText, color(Role::Faint));
  palette.setColor(QPalette::Highlight, color(Role::Accent));
  palette.setColor(QPalette::HighlightedText, color(Role::Base));
  palette.setColor(QPalette::Link, color(Role::Link));
  palette.setColor(QPalette::ToolTipBase, color(Role::Base));
  palette.setColor(QPalette::ToolTipText, color(Role::Text));
  palette.setColor(QPalette::Mid, color(Role::Line));
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
    palette.setColor(QPalette::Disabled, role, color(Role::Faint));
  }
  return palette;
}

QString tokenStyleSheet() {
  QFile file(QStringLiteral(":/themes/postwright.qss"));
  if (!file.open(QIODevice::ReadOnly)) return {};
  QString sheet = QString::fromUtf8(file.readAll());
  for (const Token& token : kTokens) {
    // '@name;' and '@name ' only: one name is the beginning of another
    const QRegularExpression placeholder(QStringLiteral("@%1\\b").arg(QLatin1String(token.name)));
    sheet.replace(placeholder, color(token.role).name());
  }
  return sheet;
}

/// The palette the desktop gave, kept because setting ours hides it.
const QPalette& desktopPalette() {
  static const QPalette palette = QApplication::palette();
  return palette;
}

bool isHighContrast(const QPalette& palette) {
  const QColor window = palette.color(QPalette::Window);
  const QColor text = palette.color(QPalette::WindowText);
  return std::abs(window.lightness() - text.lightness()) == 255;
}

bool g_dark = false; // the scheme shown: one per program, as QPalette is

} // namespace

QColor color(Role role) {
  for (const Token& token : kTokens) {
    if (token.role == role) return QColor::fromRgb(g_dark ? token.dark : token.light);
  }
  return {};
}

bool isDark() {
  return g_dark;
}

void applyTheme(QApplication& application, Scheme scheme) {
  const QPalette& desktop = desktopPalette();
  const bool desktopDark = desktop.color(QPalette::Window).lightness() < 128;
  g_dark = scheme == Scheme::Dark || (scheme == Scheme::System && desktopDark);
  application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
  const bool keepDesktop = scheme == Scheme::System && isHighContrast(desktop);
  application.setPalette(keepDesktop ? desktop : tokenPalette());
  application.setStyleSheet(keepDesktop ? QString() : tokenStyleSheet());
}

QFont editorFont(double pointSize) {
  QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
  if (!QFontInfo(font).fixedPitch()) font.setFamily(QStringLiteral("monospace"));
  font.setStyleHint(QFont::Monospace);
  font.setPointSizeF(pointSize);
  return font;
}

} // namespace postwright::ui
