#include "features/procedure/photo.hpp"

namespace hoshuban::procedure {

std::string_view image_type(std::string_view bytes)
{
    if (bytes.starts_with("\xff\xd8\xff"))
        return "image/jpeg";
    if (bytes.starts_with(std::string_view{"\x89PNG\r\n\x1a\n", 8}))
        return "image/png";
    if (bytes.starts_with("RIFF") && bytes.size() > 12 && bytes.substr(8, 4) == "WEBP")
        return "image/webp";
    return {};
}

Result<void> check_photo(std::string_view bytes, std::string_view named_type)
{
    const std::string_view type = image_type(bytes);
    if (type.empty())
        return fail(ErrorKind::invalid, "procedure/not_an_image",
            {"写真はJPEG、PNG、WebPの画像にしてください。", "a photo is a JPEG, PNG or WebP image"});
    if (type != named_type)
        return fail(ErrorKind::invalid, "procedure/image_name",
            {"ファイル名の拡張子が画像の種類と違います。名前を直してください。",
                "the file's name says another type than the image is: correct the name"});
    return {};
}

}
