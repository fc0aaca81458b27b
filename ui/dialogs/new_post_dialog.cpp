#include "ui/dialogs/new_post_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <utility>

#include "ui/base/text_bridge.h"
#include "ui/base/theme.h"

namespace postwright::ui {
namespace {

constexpr int kWidth = 480;

QLabel* makeValue(const QString& accessibleName, QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  label->setAccessibleName(accessibleName);
  label->setWordWrap(true);
  return label;
}

QLabel* makeCaption(const QString& text, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  label->setProperty("dim", true);
  return label;
}

} // namespace

NewPostDialog::NewPostDialog(site::SitePointer site, QWidget* parent)
    : QDialog(parent), m_site(std::move(site)) {
  setWindowTitle(tr("New post"));
  setMinimumWidth(kWidth);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(metrics::kSpaceXl, metrics::kSpaceXl, metrics::kSpaceXl, metrics::kSpaceL);
  layout->setSpacing(metrics::kSpaceL);
  m_title = new QLineEdit(this);
  m_title->setObjectName(QStringLiteral("newPostTitle"));
  m_title->setPlaceholderText(tr("Title"));
  m_title->setAccessibleName(tr("Title of the new post"));
  QFont large = m_title->font();
  large.setPointSizeF(large.pointSizeF() * 1.3);
  m_title->setFont(large);
  layout->addWidget(m_title);
  layout->addWidget(makeOutcome());
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
  m_create = buttons->addButton(tr("&Create"), QDialogButtonBox::AcceptRole);
  m_create->setDefault(true);
  layout->addWidget(buttons);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(m_title, &QLineEdit::textChanged, this, &NewPostDialog::replan);
  replan();
}

QWidget* NewPostDialog::makeOutcome() {
  auto* box = new QWidget(this);
  auto* form = new QFormLayout(box);
  form->setContentsMargins(0, 0, 0, 0);
  form->setLabelAlignment(Qt::AlignRight);
  m_file = makeValue(tr("File"), box);
  m_url = makeValue(tr("URL"), box);
  m_problem = makeValue(tr("Problem"), box);
  m_problem->setProperty("bad", true);
  form->addRow(makeCaption(tr("File"), box), m_file);
  form->addRow(makeCaption(tr("URL"), box), m_url);
  form->addRow(m_problem);
  return box;
}

void NewPostDialog::replan() {
  const QString title = m_title->text().trimmed();
  m_plan.reset();
  QString problem;
  if (!title.isEmpty()) {
    const Result<drafts::NewPostPlan> plan = drafts::planNewPost(*m_site, toUtf8(title));
    if (plan) {
      m_plan = *plan;
    } else {
      problem = toQString(describe(plan.error()));
    }
  }
  m_file->setText(m_plan ? toQString(m_plan->path) : QStringLiteral("–"));
  m_url->setText(m_plan ? QLatin1Char('/') + toQString(m_plan->url) : QStringLiteral("–"));
  if (m_plan && m_plan->exists) problem = tr("There is already a file of this name; choose another title.");
  m_problem->setText(problem);
  m_create->setEnabled(m_plan && !m_plan->exists);
}

} // namespace postwright::ui
