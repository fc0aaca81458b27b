#include "ui/editing_view.h"

#include <QDesktopServices>
#include <QFile>
#include <QSet>
#include <QSplitter>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/base/message_bar.h"
#include "ui/base/text_bridge.h"
#include "ui/base/theme.h"
#include "ui/editor/source_view.h"

namespace postwright::ui {
namespace {

constexpr int kSmallestText = 160;
constexpr qint64 kLargestSource = qint64{4} << 20;

QStringList sorted(const QSet<QString>& words) {
  QStringList list(words.begin(), words.end());
  list.sort(Qt::CaseInsensitive);
  return list;
}

void addWords(QSet<QString>& words, const std::vector<std::string>& more) {
  for (const std::string& word : more)
    words.insert(toQString(word));
}

int lineOf(const PostBuffer& buffer, std::size_t offset) {
  return LineIndex(buffer.bytes()).at(offset).line;
}

} // namespace

EditingView::EditingView(Workspace& workspace, SessionState& state, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_state(state) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  m_conflict = new MessageBar(this);
  layout->addWidget(m_conflict);
  m_splitter = new QSplitter(Qt::Vertical, this);
  m_splitter->setChildrenCollapsible(false);
  m_form = new FrontMatterForm(m_splitter);
  m_pane = new EditorPane(m_splitter);
  m_pane->setMinimumHeight(kSmallestText);
  m_splitter->addWidget(m_form);
  m_splitter->addWidget(m_pane);
  m_splitter->setStretchFactor(1, 1);
  layout->addWidget(m_splitter, 1);
  buildSource();
  connect(editor(), &MarkdownEditor::caretMoved, this, &EditingView::caretMoved);
  connect(&m_workspace.site(), &SiteSession::changed, this, &EditingView::refreshForm);
  connect(&m_workspace.site(), &SiteSession::loaded, this, &EditingView::refreshForm);
  connectForm();
  connectConflict();
  connect(m_form, &FrontMatterForm::preferredHeightChanged, this, &EditingView::fitForm);
  connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_formWasSized = true; });
}

void EditingView::buildSource() {
  m_source = new SourceView(this);
  m_source->hide();
  layout()->addWidget(m_source);
  connect(m_source, &SourceView::closed, this, [this] {
    hideSource();
    editor()->setFocus();
  });
  connect(m_source, &SourceView::openExternallyRequested, this,
          [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_sourceFile)); });
}

void EditingView::showSource(const QString& file, const QString& name, int line, int column) {
  QFile source(file);
  if (!source.open(QIODevice::ReadOnly)) return;
  m_sourceFile = file;
  m_source->text()->setFontSize(editor()->fontSize());
  m_source->showFile(name, QString::fromUtf8(source.read(kLargestSource)), line, column);
  m_splitter->hide();
  m_source->show();
  m_source->setFocus();
}

void EditingView::hideSource() {
  m_source->hide();
  m_splitter->show();
}

void EditingView::fitForm() {
  if (m_formWasSized || m_buffer == nullptr) return; // the user's own size stays
  const int all = m_splitter->height();
  const int wanted = std::min(m_form->preferredHeight(), all * 2 / 5);
  m_splitter->setSizes({wanted, all - wanted});
}

void EditingView::connectForm() {
  connect(m_form, &FrontMatterForm::scalarEdited, this, [this](const auto& path, const auto& value) {
    if (m_buffer != nullptr) report(path, m_buffer->setField(path, value));
  });
  connect(m_form, &FrontMatterForm::itemAppended, this, [this](const auto& path, const auto& value) {
    if (m_buffer != nullptr) report(path, m_buffer->appendItem(path, value));
  });
  connect(m_form, &FrontMatterForm::removed, this, [this](const auto& path) {
    if (m_buffer != nullptr) report(path, m_buffer->removeField(path));
  });
  connect(m_form, &FrontMatterForm::keyInserted, this,
          [this](const auto& map, const auto& key, const auto& value) {
            front_matter::Path path = map;
            path.emplace_back(toUtf8(key));
            if (m_buffer != nullptr) report(path, m_buffer->insertField(map, key, value));
          });
  connect(m_form, &FrontMatterForm::draftToggled, this, &EditingView::setDraft);
  connect(m_form, &FrontMatterForm::visitEnded, this, [this] {
    if (m_buffer != nullptr) m_buffer->endVisit();
  });
  connect(m_form, &FrontMatterForm::undoRequested, this, [this] { editor()->undo(); });
  connect(m_form, &FrontMatterForm::redoRequested, this, [this] { editor()->redo(); });
  connect(m_form, &FrontMatterForm::lineRequested, this, [this](int line) { goTo(line, 1); });
}

void EditingView::show(PostBuffer* buffer) {
  keepPlace();
  if (m_buffer != nullptr) m_buffer->disconnect(this);
  m_buffer = buffer;
  m_conflict->hide();
  hideSource();
  m_form->clear();
  editor()->show(buffer == nullptr ? nullptr : buffer->document());
  if (buffer == nullptr) return;
  editor()->setFrontMatterLines(buffer->frontMatterLines());
  editor()->setReadOnlyReason(buffer->readOnlyReason());
  m_form->setReadOnlyReason(buffer->readOnlyReason());
  connect(buffer, &PostBuffer::frontMatterChanged, this, [this] {
    editor()->setFrontMatterLines(m_buffer->frontMatterLines());
    refreshForm();
  });
  refreshForm();
  fitForm();
  restorePlace();
}

void EditingView::keepPlace() {
  if (m_buffer != nullptr) m_places.insert(m_buffer, editor()->place());
}

void EditingView::restorePlace() {
  if (m_places.contains(m_buffer)) {
    editor()->restore(m_places.value(m_buffer));
    return;
  }
  PostBuffer* opened = m_buffer; // first time: forget it with the buffer
  connect(opened, &QObject::destroyed, this, [this, opened] { m_places.remove(opened); });
  const RememberedPlace place = m_state.place(opened->file());
  if (place.firstBlock >= 0) {
    editor()->restore({place.caret, place.anchor, place.firstBlock});
  } else {
    editor()->scrollPastFrontMatter();
  }
}

void EditingView::rememberPlaces() {
  keepPlace();
  for (auto entry = m_places.cbegin(); entry != m_places.cend(); ++entry) {
    const EditorPlace& place = entry.value();
    m_state.setPlace(entry.key()->file(), {place.caret, place.anchor, place.firstBlock});
  }
}

void EditingView::goTo(int line, int column) {
  hideSource();
  editor()->goTo(line, column);
  editor()->setFocus();
}

void EditingView::setFormVisible(bool visible) {
  m_form->setVisible(visible);
}

void EditingView::report(const front_matter::Path& path,
                         const std::optional<front_matter::Refusal>& refusal) {
  if (refusal) m_form->refuse(path, toQString(refusal->message));
}

void EditingView::setDraft(bool draft) {
  if (m_buffer == nullptr) return;
  m_buffer->endVisit();
  const front_matter::Path path{std::string("is_draft")};
  report(path, m_buffer->setField(path, {front_matter::ScalarType::Bool, draft ? "true" : "false"}));
  m_buffer->endVisit();
}

void EditingView::refreshForm() {
  if (m_buffer == nullptr) return;
  m_form->show(m_buffer->frontMatter(), contextOf(*m_buffer));
}

FormContext EditingView::contextOf(const PostBuffer& buffer) const {
  FormContext context;
  const FrontMatterPointer frontMatter = buffer.frontMatter();
  if (const auto& problem = frontMatter->problem())
    context.problemLine = lineOf(buffer, problem->where.begin);
  const site::SitePointer& site = m_workspace.site().current();
  const site::DocumentPointer document = m_workspace.documentOf(buffer);
  if (!site || !document) return context;
  context.hasSite = true;
  context.imageRoot = toQString(site->source());
  for (const std::string& name : site->layoutNames())
    context.layouts << toQString(name);
  QSet<QString> tags;
  QSet<QString> categories;
  for (const site::DocumentPointer& other : site->documents()) {
    addWords(tags, other->fields.tags);
    addWords(categories, other->fields.categories);
  }
  context.knownTags = sorted(tags);
  context.knownCategories = sorted(categories);
  const site::Fields& fields = document->fields;
  context.derivedTitle = toQString(fields.title);
  context.derivedSlug = toQString(fields.slug);
  if (fields.publishedDate) context.derivedDate = toQString(toString(*fields.publishedDate));
  if (fields.layout) context.derivedLayout = toQString(*fields.layout);
  context.isDraft = fields.isDraft;
  context.inDraftsFolder = document->inDraftsFolder;
  context.draftFromDefaults = fields.isDraft && !frontMatter->node({std::string("is_draft")});
  return context;
}

void EditingView::showProblems(const Diagnostics& diagnostics) {
  if (m_buffer == nullptr) return;
  const std::string path = m_workspace.pathOf(*m_buffer);
  std::vector<EditorProblem> problems;
  for (const Diagnostic& diagnostic : diagnostics) {
    const SourcePosition& where = diagnostic.error.where;
    if (where.line <= 0 || (!where.file.empty() && where.file != path)) continue;
    problems.push_back(
        {where.line, where.column, 0, diagnostic.severity, toQString(describe(diagnostic.error))});
  }
  editor()->setProblems(problems);
}

void EditingView::showConflict(PostBuffer* buffer) {
  if (buffer != m_buffer) return; // said when one comes back to it and saves
  m_conflict->showMessage(MessageBar::Kind::Warning, tr("This file was changed by another program"),
                          tr("Your unsaved edits are still here."));
  m_conflict->setAction(tr("Take the file's text"));
  m_conflict->setOtherAction(tr("Save mine over it"));
}

void EditingView::connectConflict() {
  connect(m_conflict, &MessageBar::actionTriggered, this, [this] {
    m_conflict->hide();
    if (const Result<void> reloaded = m_buffer->reload(); !reloaded) showSaveError(reloaded.error());
  });
  connect(m_conflict, &MessageBar::otherActionTriggered, this, [this] {
    m_conflict->hide();
    emit overwriteRequested();
  });
}

void EditingView::showSaveError(const Error& error) {
  if (error.code == ErrorCode::FileChangedOnDisk) {
    showConflict(m_buffer);
  } else {
    m_conflict->showMessage(MessageBar::Kind::Error, tr("Not saved"), toQString(describe(error)));
    m_conflict->setAction({});
    m_conflict->setOtherAction({});
  }
}

} // namespace postwright::ui
