#include "features/contract/profile_schema_doc.hpp"

namespace hoshuban::contract {

using yaml::identifier;
using yaml::Object;
using yaml::range;

void fields(Object& in, EquipmentFile& file)
{
    in.required("equipment", file.profile.equipment);
    in.optional("repair", file.profile.repair);
    in.optional("installation", file.profile.installation);
    in.optional("recovery", file.profile.recovery);
}
void fields(Object& in, ChecksFile& file)
{
    in.required("check_lists", file.profile.check_lists);
}
void fields(Object& in, SecurityFile& file)
{
    fields(in, file.profile.security);
}

void fields(Object& in, DeviceClass& device_class)
{
    in.required("id", device_class.id, identifier);
    in.required("label", device_class.label);
    in.optional("in_scope", device_class.in_scope);
    in.required("clause", device_class.clause);
}

void fields(Object& in, PlannedSpan& span)
{
    in.required("from", span.from);
    in.required("to", span.to);
    in.optional("about", span.about);
    in.required("stated_in", span.stated_in);
}

void fields(Object& in, Generation& generation)
{
    in.required("id", generation.id, identifier);
    in.required("label", generation.label);
    in.optional("planned", generation.planned);
    in.optional("earlier_plans", generation.earlier_plans);
    in.optional("actual_from", generation.actual_from);
    in.optional("actual_to", generation.actual_to);
    in.optional("replaces", generation.replaces);
    in.required("clause", generation.clause);
}

void fields(Object& in, Equipment& equipment)
{
    in.required("class", equipment.device_class);
    in.required("generation", equipment.generation);
    in.optional("division", equipment.division);
    in.required("part", equipment.part);
    in.required("model", equipment.model);
    in.optional("type_number", equipment.type_number);
    in.optional("quantity", equipment.quantity, range(0, 1'000'000));
    in.optional("counting_rule", equipment.counting_rule);
    in.optional("pair_unit", equipment.pair_unit);
    in.optional("software", equipment.software);
    in.optional("distributed", equipment.distributed);
    in.optional("support", equipment.support);
    in.required("clause", equipment.clause);
}

void fields(Object& in, StatedTotal& total)
{
    in.required("label", total.label);
    in.optional("counts", total.counts);
    in.optional("class", total.device_class);
    in.optional("division", total.division);
    in.optional("part", total.part);
    in.required("count", total.count, range(0, 1'000'000));
    in.optional("planned", total.planned, range(0, 1'000'000));
    in.required("clause", total.clause);
}

void fields(Object& in, PageSurveyTerms& terms)
{
    in.required("classes", terms.classes);
    in.required("asked_above", terms.asked_above, range(1, 999'999'999));
    in.optional("basis", terms.basis);
    in.required("clause", terms.clause);
}

void fields(Object& in, CheckItem& item)
{
    in.required("no", item.no, range(1, 999));
    in.required("label", item.label);
    in.required("conditions", item.conditions, yaml::not_empty<Text>);
    in.optional("observation", item.observation);
}

void fields(Object& in, CheckList& list)
{
    in.required("class", list.device_class);
    in.optional("generations", list.generations);
    in.optional("basis", list.basis);
    in.required("items", list.items, yaml::not_empty<CheckItem>);
    in.required("clause", list.clause);
}

void fields(Object& in, SecurityItem& item)
{
    in.required("id", item.id);
    in.required("article", item.article);
    in.required("label", item.label);
}

void fields(Object& in, SecurityRules& security)
{
    in.required("articles", security.articles, range(0, 99));
    in.optional("reported_articles", security.reported_articles);
    in.optional("media_virus_check", security.media_virus_check);
    in.optional("basis", security.basis);
    in.optional("items", security.items);
    in.required("clause", security.clause);
}

}
