#include "ui/place_sync.h"

#include <QTextDocument>

#include "ui/base/text_bridge.h"
#include "ui/base/theme.h"
#include "ui/editing_view.h"
#include "ui/editor/shown_text.h"
#include "ui/preview/preview_pane.h"
#include "ui/written_data.h"

namespace postwright::ui {
namespace {

/// The path of "a.0.b" in `frontMatter`, or of what it is a part of; empty when there is nothing of it.
front_matter::Path pathIn(const front_matter::FrontMatterDocument& frontMatter, const QStringList& keys) {
  front_matter::Path path;
  for (const QString& key : keys) {
    bool isNumber = false;
    const qulonglong number = key.toULongLong(&isNumber);
    path.emplace_back(toUtf8(key));
    if (isNumber && !frontMatter.node(path)) path.back() = static_cast<std::size_t>(number);
    if (frontMatter.node(path)) continue;
    path.pop_back();
    break;
  }
  return path;
}

} // namespace

PlaceSync::PlaceSync(Workspace& workspace, EditingView& editing, PreviewPane& preview, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_editing(editing), m_places(preview.places()) {
  const MarkdownEditor* editor = m_editing.editor();
  connect(editor, &MarkdownEditor::scrolled, this, [this] {
    m_textLeads = true;
    scrollPage();
  });
  connect(editor, &MarkdownEditor::caretMoved, this, &PlaceSync::markCaret);
  connect(&m_places, &PagePlaces::scrolledTo, this, &PlaceSync::scrollText);
  connect(&m_places, &PagePlaces::contentChanged, this, &PlaceSync::onContentChanged);
  connect(&m_places, &PagePlaces::clicked, this, &PlaceSync::onClicked);
}

void PlaceSync::setScrolling(bool together) {
  m_scrollsTogether = together;
  m_places.setFollowing(together);
  scrollPage();
}

/// False while the page of the post that was shown before is still there.
bool PlaceSync::isPageOfText() const {
  const PostBuffer* buffer = m_editing.buffer();
  if (buffer == nullptr) return false;
  const std::string path = m_workspace.pathOf(*buffer);
  return m_places.document() == (path.empty() ? buffer->file() : toQString(path));
}

void PlaceSync::scrollPage() {
  if (!m_scrollsTogether || !m_textLeads || !isPageOfText()) return;
  m_places.follow(m_editing.editor()->topLine(), m_editing.editor()->document()->blockCount());
}

void PlaceSync::scrollText(double line, bool isTop) {
  if (!m_scrollsTogether || !isPageOfText()) return;
  m_textLeads = false;
  const int body = m_editing.buffer()->frontMatterLines() + 1;
  m_editing.editor()->setTopLine(isTop ? body : line);
}

void PlaceSync::markCaret() {
  if (!isPageOfText()) return;
  const int line = m_editing.editor()->textCursor().blockNumber() + 1;
  m_places.mark(m_editing.editor()->isCaretInFrontMatter() ? 0 : line, color(Role::Accent));
}

void PlaceSync::onContentChanged() {
  if (!isPageOfText()) return;
  if (m_document != m_places.document()) m_textLeads = !m_places.isAtFragment();
  m_document = m_places.document();
  markCaret();
  scrollPage();
}

void PlaceSync::onClicked(const WrittenPlace& place) {
  if (!isPageOfText()) return;
  if (place.isBlock) {
    const TextPlace found = placeBehind(*m_editing.editor()->document(), place.line, place.before);
    return m_editing.goTo(found.line, found.column);
  }
  if (!place.isOn) return;
  if (place.file == m_places.document()) return m_editing.goTo(place.line, place.column);
  if (focusField(place.variable)) return;
  if (place.variable.startsWith(QLatin1String("site.data."))) return requestData(place.variable, place);
  emit fileRequested(place.file, place.line, place.column);
}

/// The field of what is printed as "page.a.b", or the field that it is a part of.
bool PlaceSync::focusField(const QString& variable) {
  if (!variable.startsWith(QLatin1String("page."))) return false;
  const front_matter::Path path = pathIn(*m_editing.buffer()->frontMatter(), variable.mid(5).split(u'.'));
  if (path.empty() || m_editing.form()->isHidden()) return false;
  m_editing.showPost();
  m_editing.form()->focusField(path);
  return true;
}

void PlaceSync::requestData(const QString& variable, const WrittenPlace& place) {
  const site::SitePointer& site = m_workspace.site().current();
  const QStringList keys = variable.split(u'.').mid(2);
  const auto found = site ? findData(toQString(site->source()), keys) : std::nullopt;
  if (found) {
    emit fileRequested(found->file, found->line, 1);
  } else {
    emit fileRequested(place.file, place.line, place.column);
  }
}

} // namespace postwright::ui
