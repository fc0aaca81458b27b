#include "app/generators/cobalt/deferred.h"

#include <memory>
#include <mutex>

namespace postwright::generators::cobalt {
namespace {

class Deferred final : public LazyValue {
 public:
  explicit Deferred(std::function<Value()> make) : m_make(std::move(make)) {}

  const Value& get() const override {
    std::call_once(m_once, [this] {
      m_value = m_make();
      m_make = nullptr;
    });
    return m_value;
  }

 private:
  mutable std::once_flag m_once;
  mutable std::function<Value()> m_make;
  mutable Value m_value;
};

} // namespace

Value deferred(std::function<Value()> make) {
  return {std::shared_ptr<const LazyValue>(std::make_shared<Deferred>(std::move(make)))};
}

} // namespace postwright::generators::cobalt
