"""Dates, persons, numbers, and the table that becomes one CSV file."""
import csv
import datetime
import io
import random

BASE = datetime.date(2026, 11, 1)
rnd = random.Random(20261101)
files = {}

DISTRICTS = ["东陵区", "青屏区", "望江区", "石桥区", "北浦区"]
STREETS = ["澜溪路", "青屏大道", "望潮街", "石桥中路", "柳湾路", "北浦东街",
           "临渡路", "枫林街", "云台路", "砚池巷", "南屏路", "松岗大街"]
SURNAMES = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹"
GIVEN = ["文涛", "晓岚", "建国", "海燕", "志远", "丽娜", "子涵", "国栋", "春梅",
         "立新", "雪琴", "永强", "佳怡", "振华", "红霞", "明辉", "思远", "玉兰",
         "少峰", "静宜", "大勇", "秋菊", "浩然", "美玲", "光明", "若兰", "继业",
         "慧敏", "云飞", "素珍"]
MAKES = ["演视", "演盾", "演哨", "演门"]


def day(offset):
    return (BASE + datetime.timedelta(days=offset)).isoformat()


def phone(n):
    """No such numbers are assigned: mobile numbers do not begin with 100."""
    return "1000000%04d" % n


class Table:
    """One register's file: fixed headings, rows by heading."""

    def __init__(self, name, *heads):
        self.name, self.heads, self.rows = name, heads, []
        files[name] = self

    def add(self, **row):
        unknown = set(row) - set(self.heads)
        assert not unknown, (self.name, unknown)
        self.rows.append(row)
        return row

    def text(self):
        out = io.StringIO()
        writer = csv.DictWriter(out, self.heads, lineterminator="\n")
        writer.writeheader()
        writer.writerows(self.rows)
        return out.getvalue()


people_made = {}


def person():
    """A generated name that was not given before."""
    while True:
        name = rnd.choice(SURNAMES) + rnd.choice(GIVEN)
        if name not in people_made:
            people_made[name] = len(people_made) + 1
            return name


def address(district):
    return "云澜市%s%s%d号" % (district, rnd.choice(STREETS),
                              rnd.randint(1, 399))


CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def credit_code(n):
    """GB 32100 with its check digit; region 990000 does not exist."""
    body = "91990000MADEM%04d" % n
    total = sum(CODE.index(c) * pow(3, i, 31) for i, c in enumerate(body))
    return body + CODE[(31 - total % 31) % 31]
