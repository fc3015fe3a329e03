"""The log calls of one shop in ten languages, rendered by Python's str.format.

usage: python3 generate.py OUTPUT.truth.csv
"""
import csv
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))
from vocabulary import Schedule, Vocabulary  # noqa: E402

FIELD = re.compile(r'\{[^{}]*\}')

# Times passed, then the format string; the field's name is the kind of its value.
GERMAN = """
130 Bestellung {id} von Kunde „{person}“ über {amount} € angelegt
60 Anmeldung von {user} fehlgeschlagen: {cause}
55 Verbindung zu {host} nach {ms} ms geöffnet
40 Verbindung zu {host} nach {ms} ms geschlossen
22 Lagerbestand für {goods} ist auf {count} gefallen
14 Auftrag {job} übersprungen, Größe der Datei {path}: {size}
8 Zahlung {uuid} abgelehnt ({cause})
3 Ungültige Postleitzahl „{zip}“ für {city}
1 Fehler beim Öffnen von {path}: Zugriff verweigert
1 Dienst wird heruntergefahren
"""
FRENCH = """
110 Commande n° {id} créée par {person} pour {amount} €
50 Échec de la connexion de {user} depuis {ip}
48 Fichier {path} téléversé en {ms} ms ({size})
30 L'utilisateur {user} s'est déconnecté
16 Stock insuffisant : {goods} à {city}, il en reste {count}
9 Paiement {uuid} refusé : {cause}
4 Délai d'attente dépassé après {count} tentatives vers {host}
2 Tâche « {job} » terminée à {time}
1 Arrêt du service demandé
"""
RUSSIAN = """
120 Заказ {id} создан пользователем {person}, сумма {amount} руб.
70 Пользователь {user} вошёл в систему с адреса {ip}
66 Пользователь {user} вышел из системы
31 Не удалось подключиться к {host}: {cause}
18 Товар «{goods}» закончился на складе {city}
12 Задача {job} выполнена за {ms} мс
5 Ошибка при чтении файла {path}: {cause}
2 Платёж {uuid} отклонён банком
1 Запуск сервера, версия {version}
"""
GREEK = """
80 Η παραγγελία {id} καταχωρήθηκε από {person} αξίας {amount} €
40 Ο χρήστης {user} συνδέθηκε από {ip}
36 Ο χρήστης {user} αποσυνδέθηκε
15 Η πληρωμή {uuid} απορρίφθηκε: {cause}
8 Το αρχείο {path} αποθηκεύτηκε σε {ms} ms
3 Χαμηλό απόθεμα για {goods}: {count} τεμάχια
1 Ο διακομιστής σταματά
"""
CHINESE = """
160 用户{person}下单成功，订单号{id}，金额{amount}元
80 用户{user}登录失败，来源地址{ip}
60 查询耗时{ms}毫秒：{sql}
35 库存不足：商品“{goods}”剩余{count}件
20 连接{host}超时，正在进行第{count}次重试
9 支付{uuid}被拒绝，原因：{cause}
5 任务[{job}]执行完毕，共处理{count}条记录
2 无法读取文件 {path}
1 服务已启动，版本{version}
1 服务正在停止
"""
JAPANESE = """
140 注文{id}を受け付けました（お客様：{person}、金額：{amount}円）
70 ユーザー{user}が{ip}からログインしました
64 ユーザー{user}がログアウトしました
30 {host}への接続に失敗しました: {cause}
18 商品「{goods}」の在庫が{count}個になりました
10 バッチ処理「{job}」が{ms}ミリ秒で完了しました
6 ファイル {path} を保存しました（{size}）
2 決済{uuid}が拒否されました
1 サーバーを起動しています
1 サーバーを停止しています
"""
KOREAN = """
100 주문 {id}이(가) {person} 고객에 의해 생성되었습니다. 금액: {amount}원
50 사용자 {user} 로그인 성공 ({ip})
24 사용자 {user} 로그인 실패 ({ip})
20 {host} 서버에 연결하는 데 {ms}밀리초가 걸렸습니다
11 상품 '{goods}' 재고 부족: {count}개 남음
6 작업 {job} 완료, 처리 건수 {count}
2 결제 {uuid} 거절됨: {cause}
1 서비스를 종료합니다
"""
ARABIC = """
90 تم إنشاء الطلب {id} بواسطة {person} بمبلغ {amount} ريال
50 فشل تسجيل دخول المستخدم {user} من العنوان {ip}
42 تم تسجيل خروج المستخدم {user}
17 انتهت مهلة الاتصال بالخادم {host} بعد {arabic} ثانية
9 المخزون منخفض للمنتج «{goods}»: {arabic} قطعة
4 رُفضت الدفعة {uuid}: {cause}
2 تعذر فتح الملف {path}
1 بدء تشغيل الخدمة
"""
HINDI = """
80 ऑर्डर {id} ग्राहक {person} द्वारा बनाया गया, राशि ₹{amount}
44 उपयोगकर्ता {user} ने {ip} से लॉगिन किया
40 उपयोगकर्ता {user} लॉगआउट हुआ
15 सर्वर {host} से कनेक्शन विफल: {cause}
8 उत्पाद "{goods}" का स्टॉक केवल {devanagari} बचा है
3 भुगतान {uuid} अस्वीकृत
1 सेवा बंद हो रही है
"""
THAI = """
90 สร้างคำสั่งซื้อ {id} โดยลูกค้า {person} จำนวนเงิน {amount} บาท
44 ผู้ใช้{user}เข้าสู่ระบบจาก {ip}
40 ผู้ใช้{user}ออกจากระบบ
14 เชื่อมต่อกับ {host} ไม่สำเร็จ: {cause}
8 สินค้า "{goods}" เหลือ {count} ชิ้น
3 การชำระเงิน {uuid} ถูกปฏิเสธ
1 กำลังปิดระบบ
"""

LANGUAGES = {
    'de': (GERMAN, ['Jürgen Groß', 'Käthe Weiß', 'Max Mustermann', 'Anna Müller'],
           ['Schreibtischlampe', 'Kaffeemühle', 'Gartenschlauch 20 m'],
           ['Zeitüberschreitung', 'falsches Kennwort', 'Konto gesperrt'], ['München', 'Köln', 'Bad Tölz']),
    'fr': (FRENCH, ['Jean Dupont', 'Hélène Lefèvre', 'Noël Ça'],
           ['lampe de bureau', 'chaussures de randonnée', 'thé vert'],
           ['délai dépassé', 'carte expirée', 'solde insuffisant'], ['Paris', 'Saint-Étienne', 'Orléans']),
    'ru': (RUSSIAN, ['Иван Петров', 'Мария Сидорова', 'Алёна Ёлкина'],
           ['настольная лампа', 'зелёный чай', 'кофемолка'],
           ['время ожидания истекло', 'отказано в доступе', 'соединение сброшено'], ['Москва', 'Санкт-Петербург', 'Казань']),
    'el': (GREEK, ['Γιώργος Παπαδόπουλος', 'Ελένη Νικολάου'],
           ['επιτραπέζιο φωτιστικό', 'πράσινο τσάι'],
           ['λήξη χρόνου', 'ληγμένη κάρτα'], ['Αθήνα', 'Θεσσαλονίκη']),
    'zh': (CHINESE, ['王伟', '李娜', '欧阳修', '张小明'], ['台灯', '绿茶', '登山鞋'],
           ['余额不足', '卡已过期', '签名无效'], ['北京', '上海']),
    'ja': (JAPANESE, ['佐藤太郎', '鈴木 花子', 'タナカ'], ['デスクランプ', '緑茶', '登山靴'],
           ['タイムアウト', '接続が拒否されました'], ['東京', '京都']),
    'ko': (KOREAN, ['김민준', '이서연', '박지우'], ['책상 램프', '녹차'], ['시간 초과', '잔액 부족'], ['서울', '부산']),
    'ar': (ARABIC, ['محمد أحمد', 'فاطمة الزهراء', 'علي'], ['مصباح مكتب', 'شاي أخضر'],
           ['رصيد غير كاف', 'انتهت صلاحية البطاقة'], ['القاهرة', 'الرياض']),
    'hi': (HINDI, ['राहुल शर्मा', 'प्रिया', 'अनिल कुमार वर्मा'], ['टेबल लैंप', 'हरी चाय'],
           ['समय समाप्त', 'अपर्याप्त शेष'], ['दिल्ली', 'मुंबई']),
    'th': (THAI, ['สมชาย ใจดี', 'มาลี'], ['โคมไฟ', 'ชาเขียว'], ['หมดเวลา', 'ปฏิเสธการเชื่อมต่อ'], ['กรุงเทพ', 'เชียงใหม่']),
}


def digits(number, zero):
    """A number in the digits of another script, whose zero is given."""
    return ''.join(chr(ord(zero) + int(d)) for d in str(number))


def value(v, language, kind):
    _, people, goods, causes, cities = LANGUAGES[language]
    first = {'person': people, 'goods': goods, 'cause': causes, 'city': cities}
    if kind in first:
        return first[kind][int(len(first[kind]) * v.random.random() ** 2)]
    if kind == 'user':
        return v.random.choice(people).split()[0] if v.chance(.2) else v.word('user')
    amount = f'{v.number(4_000_000) / 100:,.2f}'
    return {
        'id': v.id, 'uuid': v.uuid, 'ip': v.ip, 'host': v.host_port, 'size': v.size,
        'amount': lambda: amount.translate(str.maketrans(',.', '.,')) if language in ('de', 'el') else amount,
        'ms': lambda: v.number(30_000), 'count': lambda: v.between(0, 40), 'zip': lambda: f'{v.id():05d}',
        'path': lambda: v.word('path'), 'sql': lambda: v.word('sql'), 'job': lambda: v.word('job'),
        'version': v.version, 'time': lambda: v.instant().strftime('%H:%M:%S'),
        'arabic': lambda: digits(v.between(1, 99), '٠'), 'devanagari': lambda: digits(v.between(1, 99), '०'),
    }[kind]()


def main():
    v, s, rows = Vocabulary(20261125), Schedule(), []

    def call(language, format_string):
        def run():
            values = {kind: value(v, language, kind) for kind in re.findall(r'\{(\w+)\}', format_string)}
            rows.append((len(rows) + 1, format_string.format(**values), FIELD.sub('<*>', format_string), language))
        return run

    for language, (formats, *_) in LANGUAGES.items():
        for line in formats.strip().splitlines():
            times, _, format_string = line.partition(' ')
            s.site(int(times), call(language, format_string))
    s.run(v.random)
    with open(sys.argv[1], 'w', newline='', encoding='utf-8') as file:
        table = csv.writer(file, lineterminator='\n')
        table.writerow(('LineId', 'Content', 'EventTemplate', 'Language'))
        table.writerows(rows)


main()
