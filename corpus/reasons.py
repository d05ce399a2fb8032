"""Why a letter cannot be read, and what to do about it, in both languages. Knows no files."""

from typing import Literal

from corpus.messages import Wording

Reason = Literal[
    "empty", "no_letter", "not_text", "undecodable", "too_large", "not_a_file", "unsupported",
    "unreadable", "vanished", "no_folder", "not_found", "old_office", "rich_text", "picture",
    "archive", "encrypted", "damaged", "only_pictures", "only_attachments", "unmapped",
    "too_deep", "too_slow", "too_long", "too_much_memory", "unpacks_too_large", "broke_off",
]  # fmt: skip


WORDINGS: dict[Reason, Wording] = {
    "empty": Wording("there are no words in it", "其中没有文字"),
    "no_letter": Wording(
        "there is nothing but menus and links on it; save the page of the letter itself",
        "只有菜单和链接，请保存信件所在的网页",
    ),
    "not_text": Wording("it is not text: it holds {found}", "不是文本文件"),
    "undecodable": Wording(
        "its characters are neither UTF-8, UTF-16, GB18030, Big5 nor Windows-1252; "
        "save it as UTF-8",
        "无法识别字符编码，请另存为 UTF-8",
    ),
    "too_large": Wording(
        "it is larger than {limit_mb} MB; take the letter out of it",
        "大于 {limit_mb} MB，请只保留信件",
    ),
    "not_a_file": Wording("it is not an ordinary file", "不是普通文件"),
    "unsupported": Wording(
        "it is in none of the formats that are read: {supported}",
        "不是可以读取的格式：{supported}",
    ),
    "unreadable": Wording("it cannot be opened: {problem}", "无法打开"),
    "vanished": Wording("it is no longer there", "文件已不存在"),
    "no_folder": Wording(
        "there is no such folder; LETTERS_DIR names the folder of letters",
        "没有这个文件夹，请检查 LETTERS_DIR",
    ),
    "not_found": Wording(
        "there is no such file, and no letter of that id in {folder}",
        "没有这个文件，{folder} 里也没有这个编号的信件",
    ),
    "old_office": Wording(
        "it is a document of an old Office program, which is not read; "
        "save it as .docx, .odt or .pdf",
        "是旧版 Office 或 WPS 文档，请另存为 .docx、.odt 或 .pdf",
    ),
    "rich_text": Wording(
        "it is in Rich Text Format, which is not read; save it as .docx, .odt or .pdf",
        "是 RTF 文档，请另存为 .docx、.odt 或 .pdf",
    ),
    "picture": Wording(
        "it is a picture; let a program for recognising text (OCR) make a .pdf or .txt of it",
        "是图片，请用文字识别（OCR）软件转成 .pdf 或 .txt",
    ),
    "archive": Wording(
        "it is an archive, or a document with no running text; unpack it, or save the letter as "
        ".docx, .odt or .pdf",
        "是压缩包，或者不是文字文档，请解压，或另存为 .docx、.odt 或 .pdf",
    ),
    "encrypted": Wording(
        "it is encrypted; save it without a password", "文件已加密，请去掉密码后另存"
    ),
    "damaged": Wording(
        "it is damaged or cut short: {problem}; fetch it anew", "文件已损坏或不完整，请重新获取"
    ),
    "only_pictures": Wording(
        "it has pictures and no words, as a scan has; let a program for recognising text (OCR) "
        "add them",
        "只有图片没有文字（如扫描件），请先做文字识别（OCR）",
    ),
    "only_attachments": Wording(
        "its words are in attachments ({names}); save these in the folder",
        "正文在附件里（{names}），请把附件另存到文件夹",
    ),
    "unmapped": Wording(
        "its fonts do not say which characters they draw; save it anew in the program that made "
        "it, or recognise its text (OCR)",
        "字体没有字符对照，请用原来的软件重新导出，或做文字识别（OCR）",
    ),
    "too_deep": Wording(
        "its parts are nested too deeply; save its text alone", "嵌套层次太深，请只保存文字"
    ),
    "too_long": Wording(
        "its text has more than {limit} characters; save the letter alone",
        "文字超过 {limit} 个字符，请只保存信件",
    ),
    "too_slow": Wording(
        "reading it takes more than {limit_s} seconds; save the letter alone, or its text",
        "读取超过 {limit_s} 秒，请只保存信件或其文字",
    ),
    "too_much_memory": Wording(
        "reading it takes more than {limit_mb} MB of memory; save the letter alone, or its text",
        "读取需要超过 {limit_mb} MB 内存，请只保存信件或其文字",
    ),
    "unpacks_too_large": Wording(
        "unpacked it has more than {limit_mb} MB, or thousands of parts; save its text alone",
        "解压后超过 {limit_mb} MB 或含有上万个部分，请只保存文字",
    ),
    "broke_off": Wording(
        "what reads {format} files broke off ({problem}); save it in another format",
        "读取 {format} 文件的程序中断，请换一种格式保存",
    ),
}
