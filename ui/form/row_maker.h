// Makes the row of one value: which kind of field suits it, what the field shows, what is wrong with it.
// The one rule: whatever YAML may say has a row, and but for values beyond all measure, which lead to the
// text, it can be edited there.
#pragma once

#include <optional>
#include <vector>

#include "ui/form/field_spec.h"
#include "ui/form/form_rows.h"

namespace postwright::ui {

class RowMaker {
 public:
  RowMaker(const front_matter::FrontMatterDocument& document, const FormContext& context)
      : m_document(document), m_context(context) {}

  /// The row of a value that is in the text. A heading (Group) is given for a map, and for a list that is not
  /// one of single words.
  Row written(const front_matter::Path& path, int level) const;
  /// The row of a field that is not.
  Row missing(const front_matter::Path& path, int level) const;
  /// One or the other.
  Row make(const front_matter::Path& path, int level) const;

  /// Whether every item of the list is a map, and there is one.
  bool isObjectList(const front_matter::Path& list, const front_matter::Node& node) const;
  /// A word or two about an object: its title or name, else its first text.
  QString summaryOf(const front_matter::Path& object) const;

 private:
  using Node = front_matter::Node;
  using Path = front_matter::Path;

  Row begun(const Path& path, const FieldSpec& spec, int level) const;
  Row twins(Row row) const;
  Row draft(Row row) const;
  Row scalar(Row row, const Node& node, const FieldSpec& spec) const;
  Row list(Row row, const Node& node, const FieldSpec& spec) const;
  Row raw(Row row, const Node& node) const;
  Row fixed(Row row, const Node& node, const QString& reason) const;
  void finish(Row& row, const FieldSpec& spec) const;
  void fillPlaceholder(Row& row, const FieldSpec& spec) const;
  void fillAddress(Row& row) const;
  void fillLayout(Row& row) const;
  std::optional<QStringList> words(const Path& list, const Node& node) const;
  front_matter::ScalarType itemType(const Path& list, const Node& node) const;

  const front_matter::FrontMatterDocument& m_document;
  const FormContext& m_context;
};

/// "A map is wanted here" and the like: what the generator has against the shape of a value; empty: nothing.
QString shapeComplaint(const KnownField& field, const front_matter::Node& node);

} // namespace postwright::ui
