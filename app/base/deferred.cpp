#include "app/base/deferred.h"

#include <memory>
#include <mutex>

namespace postwright {
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

class Shared final : public LazyValue {
 public:
  explicit Shared(Value value) : m_value(std::move(value)) {}
  const Value& get() const override { return m_value; }

 private:
  Value m_value;
};

} // namespace

Value deferred(std::function<Value()> make) {
  return {std::shared_ptr<const LazyValue>(std::make_shared<Deferred>(std::move(make)))};
}

Value shared(Value value) {
  return {std::shared_ptr<const LazyValue>(std::make_shared<Shared>(std::move(value)))};
}

} // namespace postwright
