#include "ui/dialogs/welcome_page.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/base/icons.h"
#include "ui/base/theme.h"

namespace postwright::ui {
namespace {

constexpr int kColumnWidth = 420;

QString shortPath(const QString& folder) {
  const QString home = QDir::homePath();
  return folder.startsWith(home + QLatin1Char('/')) ? QLatin1Char('~') + folder.mid(home.size()) : folder;
}

QLabel* makeText(const QString& text, double factor, QFont::Weight weight, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  QFont font = label->font();
  font.setPointSizeF(font.pointSizeF() * factor);
  font.setWeight(weight);
  label->setFont(font);
  label->setWordWrap(true);
  return label;
}

} // namespace

WelcomePage::WelcomePage(QWidget* parent) : QWidget(parent) {
  auto* across = new QHBoxLayout(this);
  across->addStretch(1);
  auto* down = new QVBoxLayout;
  down->addStretch(2);
  down->addWidget(makeColumn());
  down->addStretch(3);
  across->addLayout(down);
  across->addStretch(1);
}

QWidget* WelcomePage::makeColumn() {
  auto* column = new QWidget(this);
  column->setFixedWidth(kColumnWidth);
  auto* layout = new QVBoxLayout(column);
  layout->setSpacing(metrics::kSpaceM);
  layout->addWidget(makeText(tr("Postwright"), 2.0, QFont::DemiBold, column));
  QLabel* line = makeText(tr("Write the posts of your site, and see each page as the site will show it."),
                          1.05, QFont::Normal, column);
  line->setProperty("dim", true);
  layout->addWidget(line);
  layout->addSpacing(metrics::kSpaceM);
  m_problem = new QLabel(column);
  m_problem->setProperty("bad", true);
  m_problem->setWordWrap(true);
  m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_problem->hide();
  layout->addWidget(m_problem);
  m_busy = new QLabel(column);
  m_busy->setProperty("dim", true);
  m_busy->hide();
  layout->addWidget(m_busy);
  layout->addWidget(makeButtons());
  layout->addWidget(makeRecent());
  return column;
}

QWidget* WelcomePage::makeButtons() {
  auto* box = new QWidget(this);
  auto* row = new QHBoxLayout(box);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(metrics::kSpaceS);
  auto* open = new QPushButton(tr("&Open a site…"), box);
  open->setProperty("primary", true);
  open->setToolTip(tr("A folder with a _cobalt.yml"));
  auto* file = new QPushButton(tr("Open a &file…"), box);
  file->setToolTip(tr("A single Markdown file, inside a site or not"));
  auto* sample = new QPushButton(tr("Try the &sample"), box);
  sample->setToolTip(tr("A copy of the sample site, to play with"));
  connect(open, &QPushButton::clicked, this, &WelcomePage::openSiteRequested);
  connect(file, &QPushButton::clicked, this, &WelcomePage::openFileRequested);
  connect(sample, &QPushButton::clicked, this, &WelcomePage::openSampleRequested);
  for (QPushButton* button : {open, file, sample})
    row->addWidget(button);
  row->addStretch(1);
  return box;
}

QWidget* WelcomePage::makeRecent() {
  m_recentBox = new QWidget(this);
  m_recent = new QVBoxLayout(m_recentBox);
  m_recent->setContentsMargins(0, metrics::kSpaceL, 0, 0);
  m_recent->setSpacing(metrics::kSpaceXs);
  m_recentBox->hide();
  return m_recentBox;
}

void WelcomePage::setRecentSites(const QStringList& folders) {
  while (QLayoutItem* item = m_recent->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  QLabel* heading = makeText(tr("Recent sites"), 0.92, QFont::DemiBold, m_recentBox);
  heading->setProperty("dim", true);
  m_recent->addWidget(heading);
  for (const QString& folder : folders) {
    auto* button = new QToolButton(m_recentBox);
    button->setIcon(icon(QStringLiteral("folder")));
    button->setIconSize({metrics::kIcon, metrics::kIcon});
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setText(QFileInfo(folder).fileName() + QStringLiteral("   ") +
                    shortPath(QFileInfo(folder).path()));
    button->setToolTip(folder);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setProperty("row", true);
    connect(button, &QToolButton::clicked, this, [this, folder] { emit siteChosen(folder); });
    m_recent->addWidget(button);
  }
  m_recentBox->setVisible(!folders.isEmpty());
}

void WelcomePage::setProblem(const QString& text) {
  m_problem->setText(text);
  m_problem->setVisible(!text.isEmpty());
}

void WelcomePage::setBusy(const QString& text) {
  m_busy->setText(text);
  m_busy->setVisible(!text.isEmpty());
}

} // namespace postwright::ui
