#include "features/trend/chance.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hoshuban::trend {
namespace {

constexpr double least_weight = 1e-30;

}

Spread::Spread(int first, std::vector<double> weights)
    : first_{first}
    , weights_{std::move(weights)}
{
    const double sum = std::accumulate(weights_.begin(), weights_.end(), 0.0);
    for (double& weight : weights_)
        weight /= sum;
}

// The weight of the likeliest number is 1; its neighbours follow by their ratios, so nothing under- or overflows.
template <class Up, class Down>
Spread Spread::around(int mode, std::optional<int> last, const Up& up, const Down& down)
{
    std::vector<double> below;
    double weight = 1;
    for (int number = mode; number > 0 && weight > least_weight; --number) {
        weight *= down(number);
        below.push_back(weight);
    }
    std::vector<double> weights(below.rbegin(), below.rend());
    weights.push_back(1);
    weight = 1;
    for (int number = mode; (!last || number < *last) && weight > least_weight; ++number) {
        weight *= up(number);
        weights.push_back(weight);
    }
    return {mode - static_cast<int>(below.size()), std::move(weights)};
}

Spread Spread::of(const Lot& lot)
{
    if (lot.events <= 0 || lot.share <= 0)
        return {0, {1}};
    if (lot.share >= 1)
        return {lot.events, {1}};
    const double odds = lot.share / (1 - lot.share);
    const int mode = std::clamp(static_cast<int>((lot.events + 1) * lot.share), 0, lot.events);
    const auto up = [&](int number) { return (lot.events - number) / (number + 1.0) * odds; };
    return around(mode, lot.events, up, [&](int number) { return 1 / up(number - 1); });
}

Spread Spread::after(int seen, double past, double ahead)
{
    if (ahead <= 0)
        return {0, {1}};
    const double shape = seen + 0.5;
    const double later = ahead / (past + ahead);
    const int mode = static_cast<int>(std::max(0.0, (shape - 1) * ahead / past));
    const auto up = [&](int number) { return (number + shape) / (number + 1.0) * later; };
    return around(mode, std::nullopt, up, [&](int number) { return 1 / up(number - 1); });
}

Spread Spread::plus(const Spread& other) const
{
    std::vector<double> weights(weights_.size() + other.weights_.size() - 1);
    for (std::size_t i = 0; i < weights_.size(); ++i) {
        for (std::size_t j = 0; j < other.weights_.size(); ++j)
            weights[i + j] += weights_[i] * other.weights_[j];
    }
    return {first_ + other.first_, std::move(weights)};
}

double Spread::at_least(int number) const
{
    const auto skipped = static_cast<std::size_t>(std::clamp(number - first_, 0, static_cast<int>(weights_.size())));
    return skipped == 0 ? 1.0 : std::accumulate(weights_.rbegin(), weights_.rend() - static_cast<long>(skipped), 0.0);
}

double Spread::at_most(int number) const
{
    const auto taken = static_cast<std::size_t>(std::clamp(number - first_ + 1, 0, static_cast<int>(weights_.size())));
    return taken == weights_.size()
        ? 1.0
        : std::accumulate(weights_.begin(), weights_.begin() + static_cast<long>(taken), 0.0);
}

int Spread::quantile(double probability) const
{
    double sum = 0;
    for (std::size_t i = 0; i < weights_.size(); ++i) {
        sum += weights_[i];
        if (sum >= probability)
            return first_ + static_cast<int>(i);
    }
    return first_ + static_cast<int>(weights_.size()) - 1;
}

static Spread sum_of(std::span<const Lot> lots)
{
    Spread sum = Spread::of({});
    for (const Lot& lot : lots)
        sum = sum.plus(Spread::of(lot));
    return sum;
}

double chance_of_at_least(std::span<const Lot> lots, int count)
{
    return sum_of(lots).at_least(count);
}

double chance_of_at_most(std::span<const Lot> lots, int count)
{
    return sum_of(lots).at_most(count);
}

std::vector<double> holm(std::span<const double> chances, int comparisons)
{
    std::vector<std::size_t> order(chances.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return chances[i]; });
    std::vector<double> corrected(chances.size());
    double so_far = 0;
    double left = std::max(comparisons, static_cast<int>(chances.size()));
    for (const std::size_t i : order) {
        so_far = std::max(so_far, std::min(1.0, chances[i] * left));
        corrected[i] = so_far;
        left -= 1;
    }
    return corrected;
}

}
