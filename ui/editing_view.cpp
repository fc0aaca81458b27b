#include "ui/editing_view.h"

#include <QAction>
#include <QApplication>
#include <QDesktopServices>
#include <QFile>
#include <QFileInfo>
#include <QSplitter>
#include <QUrl>
#include <QVBoxLayout>

#include "app/checks/checks.h"
#include "ui/base/cover.h"
#include "ui/base/message_bar.h"
#include "ui/base/text_bridge.h"
#include "ui/base/theme.h"
#include "ui/editor/source_tabs.h"
#include "ui/editor/source_view.h"

namespace postwright::ui {
namespace {

constexpr int kSmallestText = 160;
constexpr qint64 kLargestSource = qint64{4} << 20;

/// Code points to underline; 0: a word. Addresses are named as they are written.
int lengthOf(const Error& error) {
  const auto kind = checks::kindOf(error.code);
  const bool isAddress =
      kind == checks::Kind::Links || kind == checks::Kind::Files || kind == checks::Kind::ImageTexts;
  return isAddress ? static_cast<int>(codePointCount(error.arguments.front())) : 0;
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
  m_fileBar = new MessageBar(this);
  m_offerBar = new MessageBar(this);
  m_tabs = new SourceTabs(this);
  layout->addWidget(m_tabs);
  layout->addWidget(m_fileBar);
  layout->addWidget(m_offerBar);
  m_splitter = new QSplitter(Qt::Vertical, this);
  m_splitter->setChildrenCollapsible(false);
  m_form = new FrontMatterForm(m_splitter);
  m_pane = new EditorPane(m_splitter);
  m_pane->setMinimumHeight(kSmallestText);
  m_splitter->addWidget(m_form);
  m_splitter->addWidget(m_pane);
  m_splitter->setStretchFactor(1, 1);
  layout->addWidget(m_splitter, 1);
  m_cover = new Cover(this);
  layout->addWidget(m_cover, 1);
  connect(m_cover, &Cover::actionTriggered, this, &EditingView::newPostRequested);
  connect(&m_workspace.site(), &SiteSession::loaded, this, &EditingView::updateCover);
  updateCover();
  buildSource();
  connect(editor(), &MarkdownEditor::caretMoved, this, &EditingView::caretMoved);
  connect(&m_workspace.site(), &SiteSession::changed, this, &EditingView::refreshForm);
  connect(&m_workspace.site(), &SiteSession::loaded, this, &EditingView::refreshForm);
  connect(&m_workspace.site(), &SiteSession::refreshed, this, &EditingView::refreshForm);
  connectForm();
  connectFileBar();
  connect(m_form, &FrontMatterForm::preferredHeightChanged, this, &EditingView::fitForm);
  connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_formWasSized = true; });
}

/// Before there is a site nothing is said: one that loads will show a post at once.
void EditingView::updateCover() {
  if (!m_tabs->isPostChosen()) return;
  const bool isEmpty = m_buffer == nullptr;
  m_cover->setVisible(isEmpty);
  m_splitter->setVisible(!isEmpty);
  if (!isEmpty) return;
  if (m_workspace.site().current() == nullptr) return m_cover->showBlank();
  m_cover->showText(QStringLiteral("document-edit"), tr("No post is open"),
                    tr("Choose one from the list, or write a new one."), tr("New Post…"));
}

void EditingView::buildSource() {
  m_source = new SourceView(this);
  m_source->hide();
  layout()->addWidget(m_source);
  auto* close = new QAction(tr("Close the File"), m_source);
  close->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_W));
  close->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  m_source->addAction(close);
  connect(close, &QAction::triggered, m_tabs, &SourceTabs::closeChosen);
  connect(m_tabs, &SourceTabs::sourceChosen, this, &EditingView::readSource);
  connect(m_tabs, &SourceTabs::postChosen, this, &EditingView::leaveSource);
  connect(m_source->text(), &MarkdownEditor::caretMoved, m_tabs, &SourceTabs::keepPlace);
  connect(m_source, &SourceView::backRequested, this, &EditingView::showPost);
  connect(m_source, &SourceView::openExternallyRequested, this,
          [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_tabs->chosen().file)); });
}

void EditingView::showSource(const QString& file, const QString& name, int line, int column) {
  m_tabs->open({file, name, line, column});
}

void EditingView::readSource(const SourcePlace& place) {
  QFile source(place.file);
  if (!source.open(QIODevice::ReadOnly)) return m_tabs->closeChosen();
  m_source->text()->setFontSize(editor()->fontSize());
  m_splitter->hide();
  m_cover->hide();
  m_source->show();
  m_source->showFile(place.name, QString::fromUtf8(source.read(kLargestSource)), place.line, place.column);
  m_pane->findIn(m_source->findBar());
  m_source->setFocus();
}

void EditingView::leaveSource() {
  const bool hadFocus = m_source->isAncestorOf(QApplication::focusWidget());
  m_source->hide();
  updateCover();
  m_pane->findIn(m_pane->findBar());
  if (hadFocus) editor()->setFocus();
}

void EditingView::showPost() {
  m_tabs->choosePost();
}

MarkdownEditor* EditingView::shownText() const {
  return m_tabs->isPostChosen() ? editor() : m_source->text();
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
  connect(m_form, &FrontMatterForm::rawEdited, this, [this](const auto& path, const auto& yaml) {
    if (m_buffer != nullptr) report(path, m_buffer->setRaw(path, yaml));
  });
  connect(m_form, &FrontMatterForm::operated, this, &EditingView::operate);
  connect(m_form, &FrontMatterForm::groupsToggled, this,
          [this](const auto& names) { m_state.setToggledGroups(m_workspace.site().folder(), names); });
  connect(m_form, &FrontMatterForm::draftToggled, this, &EditingView::setDraft);
  connect(m_form, &FrontMatterForm::visitEnded, this, [this] {
    if (m_buffer != nullptr) m_buffer->endVisit();
  });
  connect(m_form, &FrontMatterForm::undoRequested, this, [this] { editor()->undo(); });
  connect(m_form, &FrontMatterForm::redoRequested, this, [this] { editor()->redo(); });
  connect(m_form, &FrontMatterForm::lineRequested, this, [this](int line) { goTo(line, 1); });
  connect(m_form, &FrontMatterForm::textRequested, this, &EditingView::goToText);
  connect(m_form, &FrontMatterForm::postRequested, this, &EditingView::postRequested);
}

void EditingView::show(PostBuffer* buffer) {
  if (m_buffer != nullptr) leave();
  m_buffer = buffer;
  m_fileBar->hide();
  showPost();
  if (buffer == nullptr) m_tabs->closeAll();
  m_tabs->setPost(buffer == nullptr ? QString() : QFileInfo(buffer->file()).fileName());
  m_form->clear();
  m_shownFrontMatter.reset();
  m_advice.clear();
  editor()->show(buffer == nullptr ? nullptr : buffer->document());
  updateCover();
  if (buffer == nullptr) return;
  editor()->setFrontMatterLines(buffer->frontMatterLines());
  applyReadOnly();
  connect(buffer, &PostBuffer::readOnlyChanged, this, &EditingView::applyReadOnly);
  m_form->setToggledGroups(m_state.toggledGroups(m_workspace.site().folder()));
  connect(buffer, &PostBuffer::frontMatterChanged, this, [this] {
    editor()->setFrontMatterLines(m_buffer->frontMatterLines());
    refreshForm();
  });
  connect(buffer, &PostBuffer::modifiedChanged, this, [this](bool modified) {
    if (!modified) m_fileBar->hide(); // what it said is over
  });
  refreshForm();
  m_form->retype(m_unsaid.take(buffer));
  fitForm();
  restorePlace();
  if (buffer->isRestored()) showRestored();
}

void EditingView::keepPlace() {
  if (m_buffer != nullptr) m_places.insert(m_buffer, editor()->place());
}

void EditingView::leave() {
  PostBuffer* left = m_buffer;
  keepPlace();
  if (const auto texts = m_form->unsaid(); !texts.empty()) m_unsaid.insert(left, texts);
  left->disconnect(this);
  connect(left, &QObject::destroyed, this, [this, left] {
    m_places.remove(left);
    m_unsaid.remove(left);
  });
}

PostBuffer* EditingView::postWithUnsaidText() const {
  if (m_buffer != nullptr && !m_form->unsaid().empty()) return m_buffer;
  return m_unsaid.isEmpty() ? nullptr : m_unsaid.begin().key();
}

void EditingView::goToUnsaidText() {
  const std::vector<UnsaidText> texts = m_form->unsaid();
  if (!texts.empty()) m_form->focusField(texts.front().path);
}

void EditingView::restorePlace() {
  if (m_places.contains(m_buffer)) {
    editor()->restore(m_places.value(m_buffer));
    return;
  }
  const RememberedPlace place = m_state.place(m_buffer->file());
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
  showPost();
  editor()->goTo(line, column);
  editor()->setFocus();
}

void EditingView::goToText(const front_matter::Path& path) {
  if (m_buffer == nullptr) return;
  const FrontMatterPointer frontMatter = m_buffer->frontMatter();
  front_matter::Path nearest = path;
  while (!nearest.empty() && !frontMatter->node(nearest))
    nearest.pop_back();
  const auto node = frontMatter->node(nearest);
  const LineColumn at = LineIndex(frontMatter->file()).at(node ? node->span.begin : 0);
  goTo(at.line, at.column);
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

// One edit is heard of twice, as a changed text and as a changed site.
void EditingView::refreshForm() {
  if (m_buffer == nullptr) return;
  const FrontMatterPointer frontMatter = m_buffer->frontMatter();
  const site::SitePointer& site = m_workspace.site().current();
  if (frontMatter == m_shownFrontMatter && site == m_shownSite) return;
  m_shownFrontMatter = frontMatter;
  m_shownSite = site;
  const FormContext context = contextOf(*m_buffer);
  m_advice = context.advice;
  m_form->show(frontMatter, context);
}

void EditingView::operate(const std::vector<front_matter::EditOperation>& operations) {
  if (m_buffer != nullptr && !operations.empty())
    report(operations.front().path, m_buffer->operate(operations));
}

FormContext EditingView::contextOf(const PostBuffer& buffer) {
  FormContext context;
  const FrontMatterPointer frontMatter = buffer.frontMatter();
  if (const auto& problem = frontMatter->problem())
    context.problemLine = lineOf(buffer, problem->where.begin);
  const site::SitePointer& site = m_workspace.site().current();
  const std::string path = m_workspace.pathOf(buffer);
  if (site == nullptr || path.empty()) return context;
  context.advice = site->adviceOn(*frontMatter);
  context.reasons = site->whyNotOnSite(path);
  const site::DocumentPointer document = site->document(path);
  if (!document) return context;
  addSiteContext(*document, context);
  context.draftFromDefaults = context.isDraft && !frontMatter->node({std::string("is_draft")});
  return context;
}

void EditingView::applyReadOnly() {
  editor()->setReadOnlyReason(m_buffer->readOnlyReason());
  m_form->setReadOnlyReason(m_buffer->readOnlyReason());
}

void EditingView::addSiteContext(const site::Document& document, FormContext& context) {
  context.site =
      m_siteForms.of(m_workspace.site().onDisk(), m_workspace.site().forms().get(), document.collection);
  const site::Fields& fields = document.fields;
  context.derivedTitle = toQString(fields.title);
  context.derivedSlug = toQString(fields.slug);
  if (fields.publishedDate) context.derivedDate = toQString(toString(*fields.publishedDate));
  if (fields.layout) context.derivedLayout = toQString(*fields.layout);
  context.isDraft = fields.isDraft;
  context.inDraftsFolder = document.inDraftsFolder;
  context.url = QLatin1Char('/') + toQString(document.url);
  const std::vector<std::string> twins = m_workspace.site().current()->otherWriters(document.path);
  if (!twins.empty()) context.urlTwin = toQString(twins.front());
}

void EditingView::showProblems(const Diagnostics& diagnostics) {
  if (m_buffer == nullptr) return;
  std::string path = m_workspace.pathOf(*m_buffer);
  if (path.empty()) path = toUtf8(m_buffer->file());
  std::vector<EditorProblem> problems;
  for (const Diagnostic& diagnostic : diagnostics) {
    const SourcePosition& where = diagnostic.error.where;
    if (where.line <= 0 || (!where.file.empty() && where.file != path)) continue;
    problems.push_back({where.line, where.column, lengthOf(diagnostic.error), diagnostic.severity,
                        toQString(describe(diagnostic.error))});
  }
  editor()->setProblems(problems);
}

void EditingView::showConflict(PostBuffer* buffer) {
  if (buffer != m_buffer) return; // said when one comes back to it and saves
  m_fileBar->showMessage(MessageBar::Kind::Warning, tr("This file was changed by another program"),
                         tr("Your unsaved edits are still here."));
  m_fileBar->setAction(tr("Take the file's text"));
  m_fileBar->setOtherAction(tr("Save mine over it"));
}

void EditingView::showRestored() {
  if (m_buffer->differsFromDisk()) { // changed by another hand since
    showConflict(m_buffer);
    return;
  }
  m_fileBar->showMessage(MessageBar::Kind::Info, tr("Your unsaved changes are back"),
                         tr("Postwright ended before they were saved."));
  m_fileBar->setAction(tr("Discard them"), tr("Take the file's text; undo brings the changes back"));
  m_fileBar->setOtherAction({});
}

void EditingView::connectFileBar() {
  connect(m_fileBar, &MessageBar::actionTriggered, this, [this] {
    m_fileBar->hide();
    if (const Result<void> reloaded = m_buffer->reload(); !reloaded) showSaveError(reloaded.error());
  });
  connect(m_fileBar, &MessageBar::otherActionTriggered, this, [this] {
    m_fileBar->hide();
    emit overwriteRequested();
  });
  connect(m_fileBar, &MessageBar::closed, this, [this] { m_buffer->acceptRestored(); });
}

void EditingView::showSaveError(const Error& error) {
  if (error.code == ErrorCode::FileChangedOnDisk) {
    showConflict(m_buffer);
  } else {
    m_fileBar->showMessage(MessageBar::Kind::Error, tr("Not saved"), toQString(describe(error)));
    m_fileBar->setAction({});
    m_fileBar->setOtherAction({});
  }
}

} // namespace postwright::ui
