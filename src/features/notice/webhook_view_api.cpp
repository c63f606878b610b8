#include "features/notice/webhook_view_api.hpp"

namespace hoshuban::notice {
namespace {

const Text name_label{"名前", "Name"};
const Text url_label{"送り先のURL", "URL"};
const Text groups_label{"送る種類", "Kinds to send"};
const Text disabled_label{"停止中", "Switched off"};

}

json::Object describe(const WebhookView*)
{
    using V = WebhookView;
    return json::object<V>("Webhook", json::field("id", &V::id), json::field("name", &V::name, name_label),
        json::field("url", &V::url, url_label), json::field("groups", &V::groups, groups_label),
        json::field("created_at", &V::created_at, {"登録日時", "Added at"}),
        json::field("failures", &V::failures, {"続けて送れなかった回数", "Failures in a row"}),
        json::field("disabled_at", &V::disabled_at, {"停止した日時", "Switched off at"}),
        json::field("disabled_because", &V::disabled_because, {"停止の理由", "Why it is switched off"}),
        json::field("version", &V::version, {"版", "Version"}));
}

json::Object describe(const LabelledGroup*)
{
    using V = LabelledGroup;
    return json::object<V>("LabelledGroup", json::field("group", &V::group, {"種類", "Kinds"}),
        json::field("label", &V::label, {"名称", "Label"}));
}

json::Object describe(const WebhookList*)
{
    using V = WebhookList;
    return json::object<V>("WebhookList", json::field("items", &V::items),
        json::field("groups", &V::groups, {"選べる種類", "Kinds to choose from"}),
        json::field("plain_http", &V::plain_http, {"httpも使える", "Whether http is allowed"}));
}

json::Object describe(const CreateWebhook*)
{
    using V = CreateWebhook;
    return json::object<V>("CreateWebhook", json::field("name", &V::name, name_label, json::length(1, 100)),
        json::field("url", &V::url, url_label, json::length(1, 500)),
        json::field("groups", &V::groups, groups_label, json::items(1, 50)));
}

json::Object describe(const CreatedWebhook*)
{
    using V = CreatedWebhook;
    return json::object<V>("CreatedWebhook", json::field("webhook", &V::webhook),
        json::field("secret", &V::secret, {"署名の鍵（一度だけ表示）", "Secret (shown once)"}));
}

json::Object describe(const EditWebhook*)
{
    using V = EditWebhook;
    return json::object<V>("EditWebhook", json::field("name", &V::name, name_label, json::length(1, 100)),
        json::field("url", &V::url, url_label, json::length(1, 500)),
        json::field("groups", &V::groups, groups_label, json::items(1, 50)),
        json::field("disabled", &V::disabled, disabled_label));
}

json::Object describe(const DeliveryView*)
{
    using V = DeliveryView;
    return json::object<V>("WebhookDelivery", json::field("id", &V::id),
        json::field("sequence", &V::sequence, {"記録の番号", "Number of the event"}),
        json::field("kind", &V::kind, {"種類", "Kind"}), json::field("state", &V::state, {"状態", "State"}),
        json::field("created_at", &V::created_at, {"作成日時", "Made at"}),
        json::field("next_at", &V::next_at, {"送る日時", "To be sent at"}),
        json::field("attempts", &V::attempts, {"試した回数", "Attempts"}),
        json::field("settled_at", &V::settled_at, {"決まった日時", "Settled at"}),
        json::field("status", &V::status, {"HTTPの応答", "HTTP status"}),
        json::field("problem", &V::problem, {"理由", "Reason"}));
}

json::Object describe(const DeliveryList*)
{
    return json::object<DeliveryList>("WebhookDeliveryList", json::field("items", &DeliveryList::items));
}

WebhookView view_of(const Webhook& hook)
{
    return {hook.id, hook.name, hook.url, hook.groups, hook.created_at, hook.failures, hook.disabled_at,
        hook.disabled_because, hook.version};
}

DeliveryView view_of(const WebhookDelivery& delivery)
{
    return {delivery.id, delivery.sequence, delivery.kind, delivery.state, delivery.created_at, delivery.next_at,
        delivery.attempts, delivery.settled_at, delivery.status, delivery.problem};
}

}
