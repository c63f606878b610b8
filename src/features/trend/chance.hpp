#pragma once
#include <optional>
#include <span>
#include <vector>

namespace hoshuban::trend {

/// Events of which each falls on what is looked at with the same probability, apart from the others.
struct Lot {
    int events = 0;
    double share = 0; ///< 0…1

    bool operator==(const Lot&) const = default;
};

/// A distribution over whole numbers. What is less likely than 1 in 10^30 beside the likeliest number is left out.
class Spread {
public:
    /// How many of a lot fall on it: the binomial distribution.
    static Spread of(const Lot&);
    /// How many events come in `ahead` days after `seen` came in `past` days, at one unknown rate: the gamma-Poisson
    /// (negative binomial) forecast from Jeffreys' prior. `past` is more than zero; nothing ahead: zero for certain.
    static Spread after(int seen, double past, double ahead);

    /// The sum of two independent numbers.
    Spread plus(const Spread&) const;

    double at_least(int number) const;
    double at_most(int number) const;
    /// The smallest number that is not passed with this probability, 0…1.
    int quantile(double probability) const;

private:
    Spread(int first, std::vector<double> weights);
    template <class Up, class Down>
    static Spread around(int mode, std::optional<int> last, const Up&, const Down&);

    int first_ = 0;
    std::vector<double> weights_; ///< of `first_` and the numbers after it; their sum is 1
};

/// The probability that at least so many of all lots fall on it by chance (one-sided and exact: binomial; over several
/// lots the sum of binomials).
double chance_of_at_least(std::span<const Lot>, int count);
/// The same for at most so many.
double chance_of_at_most(std::span<const Lot>, int count);

/// Probabilities corrected for as many comparisons as were made (Holm 1979), in their order: who acts on those up to 5
/// % is led astray by chance in no more than 5 % of such tables. `comparisons` that are not among them count as 1.
std::vector<double> holm(std::span<const double> chances, int comparisons);

}
