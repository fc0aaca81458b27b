// A form with a text behind it, as the window has it: what the form asks for is applied to the text, and the
// form is shown the outcome. Everything asked for is written down.
#pragma once

#include <QApplication>
#include <QTest>
#include <initializer_list>
#include <memory>
#include <string>

#include "app/front_matter/edit.h"
#include "app/front_matter/raw_edit.h"
#include "ui/base/text_bridge.h"
#include "ui/form/field.h"
#include "ui/form/front_matter_form.h"

namespace postwright::ui {

inline front_matter::Path pathOf(const QString& dotted) {
  front_matter::Path path;
  for (const QString& step : dotted.split(QLatin1Char('.'))) {
    bool isIndex = false;
    const uint index = step.toUInt(&isIndex);
    if (isIndex) {
      path.emplace_back(std::size_t{index});
    } else {
      path.emplace_back(toUtf8(step));
    }
  }
  return path;
}

inline QString nameOf(const front_matter::Path& path) {
  QStringList steps;
  for (const front_matter::Step& step : path) {
    const auto* key = std::get_if<std::string>(&step);
    steps.append(key != nullptr ? toQString(*key) : QString::number(std::get<std::size_t>(step)));
  }
  return steps.join(QLatin1Char('.'));
}

inline QString nameOf(const front_matter::Scalar& value) {
  static const QStringList types = {QStringLiteral("Null"), QStringLiteral("Bool"),
                                    QStringLiteral("Int"),  QStringLiteral("Float"),
                                    QStringLiteral("Date"), QStringLiteral("String")};
  return types[static_cast<qsizetype>(value.type)] + QLatin1Char(' ') + toQString(value.text);
}

/// A site in which the field `name` (dots between keys) has these values, most used first.
inline front_matter::LearnedField learnedField(const char* name, front_matter::LearnedKind kind,
                                               std::vector<front_matter::LearnedWord> words = {}) {
  front_matter::LearnedField field;
  field.path = pathOf(QLatin1String(name));
  field.kind = kind;
  field.words = std::move(words);
  field.posts = 10;
  return field;
}

/// What a site of ten posts knows: the fields at the top level, and those of `data` as its own.
inline SiteFormPointer siteForm(std::vector<front_matter::LearnedField> top,
                                std::vector<front_matter::LearnedField> data = {}, QStringList layouts = {},
                                QString imageRoot = {}) {
  front_matter::LearnedForm form;
  form.posts = 10;
  form.fields = std::move(top);
  front_matter::LearnedField own = learnedField("data", front_matter::LearnedKind::Object);
  own.fields = std::move(data);
  form.fields.push_back(std::move(own));
  return std::make_shared<const SiteForm>(std::move(form), std::move(layouts), std::move(imageRoot));
}

class Harness {
 public:
  /// `yaml` without fences.
  explicit Harness(const std::string& yaml) : m_text("---\n" + yaml + "---\nBody\n") {
    connectForm();
    form.resize(592, 900);
    refresh();
  }

  void open() {
    form.QWidget::show();
    form.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&form));
  }
  /// The editor of the field, with the focus.
  QWidget* enter(const char* path) {
    form.focusField(pathOf(QLatin1String(path)));
    return QApplication::focusWidget();
  }
  Field* field(const char* path) const { return form.field(pathOf(QLatin1String(path))); }
  void refresh() { form.show(document(), context); }
  void setYaml(const std::string& yaml) {
    m_text = "---\n" + yaml + "---\nBody\n";
    refresh();
  }
  QString yaml() const { return toQString(m_text).section(QStringLiteral("---\n"), 1, 1); }
  QStringList takeLog() { return std::exchange(m_log, {}); }

  FormContext context;
  FrontMatterForm form;
  bool applies = true; ///< false: what is asked for is only written down

 private:
  using Path = front_matter::Path;
  using Scalar = front_matter::Scalar;

  std::shared_ptr<const front_matter::FrontMatterDocument> document() const {
    return std::make_shared<const front_matter::FrontMatterDocument>(m_text);
  }
  void apply(const Path& path, const front_matter::EditResult& result) {
    if (!applies) return;
    if (result.refusal) return form.refuse(path, toQString(result.refusal->message));
    m_text = applyEdits(m_text, result.edits);
    refresh();
  }
  void connectForm() {
    QObject::connect(&form, &FrontMatterForm::scalarEdited, &form,
                     [this](const Path& path, const Scalar& value) {
                       m_log.append(QStringLiteral("set %1 %2").arg(nameOf(path), nameOf(value)));
                       apply(path, document()->set(path, value));
                     });
    QObject::connect(&form, &FrontMatterForm::itemAppended, &form,
                     [this](const Path& list, const Scalar& value) {
                       m_log.append(QStringLiteral("append %1 %2").arg(nameOf(list), nameOf(value)));
                       apply(list, document()->append(list, value));
                     });
    QObject::connect(&form, &FrontMatterForm::removed, &form, [this](const Path& path) {
      m_log.append(QStringLiteral("remove %1").arg(nameOf(path)));
      apply(path, document()->remove(path));
    });
    QObject::connect(&form, &FrontMatterForm::keyInserted, &form,
                     [this](const Path& map, const QString& key, const Scalar& value) {
                       m_log.append(QStringLiteral("insert %1 %2 %3").arg(nameOf(map), key, nameOf(value)));
                       apply(map, document()->insert(map, toUtf8(key), value));
                     });
    QObject::connect(&form, &FrontMatterForm::rawEdited, &form,
                     [this](const Path& path, const QString& yaml) {
                       m_log.append(QStringLiteral("raw %1 %2").arg(nameOf(path), yaml));
                       apply(path, front_matter::setRaw(*document(), path, toUtf8(yaml)));
                     });
    QObject::connect(&form, &FrontMatterForm::operated, &form,
                     [this](const std::vector<front_matter::EditOperation>& operations) {
                       m_log.append(QStringLiteral("operate %1").arg(nameOf(operations.front().path)));
                       apply(operations.front().path, document()->apply(operations));
                     });
    QObject::connect(&form, &FrontMatterForm::draftToggled, &form, [this](bool draft) {
      m_log.append(QStringLiteral("draft %1").arg(draft ? 1 : 0));
      context.isDraft = draft;
      const Path path{std::string("is_draft")};
      apply(path, document()->set(path, {front_matter::ScalarType::Bool, draft ? "true" : "false"}));
    });
  }

  std::string m_text;
  QStringList m_log;
};

} // namespace postwright::ui
