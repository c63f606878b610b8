#include "formats/evtx_completeness.hpp"

#include <fmt/format.h>

namespace hoshuban::evtx {
namespace {

std::uint64_t distance(std::uint64_t a, std::uint64_t b)
{
    return a < b ? b - a : a - b;
}

// A header of a log that is being written may lag behind, but never runs ahead.
std::uint64_t wrong_chunks(const LogHeader& header, const Tally& tally)
{
    const auto found = static_cast<std::uint16_t>(tally.chunks);
    const bool behind = header.dirty && header.chunks <= tally.chunks;
    return behind ? 0 : distance(header.chunks, found);
}

std::uint64_t wrong_records(const LogHeader& header, const Tally& tally)
{
    const auto last = tally.last_id();
    if (!last)
        return 0;
    const std::uint64_t next = *last + 1;
    const bool behind = header.dirty && header.next_record_id <= next;
    return behind ? 0 : distance(header.next_record_id, next);
}

}

Completeness completeness_of(const Log& log, const Tally& tally)
{
    const LogHeader& header = log.header();
    const Damage possible[] = {
        {Damage::Kind::header_checksum, header.sound ? 0U : 1U},
        {Damage::Kind::cut_off, log.is_whole() ? 0U : 1U},
        {Damage::Kind::chunk_checksum, tally.unsound_chunks},
        {Damage::Kind::hole, tally.holes()},
        {Damage::Kind::beheaded_chunk, tally.beheaded_chunks},
        {Damage::Kind::broken_chain, tally.breaks},
        {Damage::Kind::missing_records, tally.missing_records()},
        {Damage::Kind::unreadable_records, tally.unreadable},
        {Damage::Kind::chunk_count, wrong_chunks(header, tally)},
        {Damage::Kind::record_count, wrong_records(header, tally)},
    };
    Completeness found{header.dirty ? Integrity::live : Integrity::clean, {}};
    for (const Damage& damage : possible) {
        if (damage.count > 0) {
            found.integrity = Integrity::damaged;
            found.damages.push_back(damage);
        }
    }
    return found;
}

Text text_of(const Damage& damage)
{
    const auto counted = [&](const char* ja, const char* en) {
        return Text{fmt::format(fmt::runtime(ja), damage.count), fmt::format(fmt::runtime(en), damage.count)};
    };
    switch (damage.kind) {
    case Damage::Kind::header_checksum:
        return {"ファイルの先頭のチェックサムが合いません。", "the checksum of the header does not hold"};
    case Damage::Kind::cut_off:
        return {"ファイルが途中で切れています。", "the file is cut off"};
    case Damage::Kind::chunk_checksum:
        return counted("チェックサムの合わない区画が{}個あります。", "chunks whose checksum does not hold: {}");
    case Damage::Kind::hole:
        return counted("途中の{}区画が空です。", "empty places between chunks: {}");
    case Damage::Kind::beheaded_chunk:
        return counted("先頭が壊れた区画が{}個あります。", "chunks without their header: {}");
    case Damage::Kind::broken_chain:
        return counted("記録の並びが{}か所で途切れています。", "places where the chain of records is broken: {}");
    case Damage::Kind::missing_records:
        return counted("番号の抜けた記録が{}件あります。", "records missing by their numbers: {}");
    case Damage::Kind::unreadable_records:
        return counted("読めない記録が{}件あります。", "records that cannot be read: {}");
    case Damage::Kind::chunk_count:
        return counted("区画の数が先頭の記載と{}違います。", "the header states another number of chunks, off by {}");
    case Damage::Kind::record_count:
        return counted(
            "末尾の記録の番号が先頭の記載と{}違います。", "the header states another last record, off by {}");
    }
    return {};
}

}
