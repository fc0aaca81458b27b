// Asks for the title of a new post and shows, as one types, the file and the URL it will get.
#pragma once

#include <QDialog>
#include <optional>

#include "app/drafts/new_post.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace postwright::ui {

class NewPostDialog : public QDialog {
  Q_OBJECT

 public:
  explicit NewPostDialog(site::SitePointer site, QWidget* parent = nullptr);

  /// What to write, once the dialog was accepted.
  const std::optional<drafts::NewPostPlan>& plan() const { return m_plan; }

 private:
  QWidget* makeOutcome();
  void replan();

  site::SitePointer m_site;
  std::optional<drafts::NewPostPlan> m_plan;
  QLineEdit* m_title = nullptr;
  QLabel* m_file = nullptr;
  QLabel* m_url = nullptr;
  QLabel* m_problem = nullptr;
  QPushButton* m_create = nullptr;
};

} // namespace postwright::ui
